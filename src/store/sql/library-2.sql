-- Records as read: the file that they were read from is kept with the feed, and nothing ever asked for them here.
DROP TABLE record_fields;
