# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout that both files share; src/core/essaim-geo-file.c reads it.

    char   magic[8]
    u32    1, as a mark of the byte order
    u32    version of the layout
    u32    size of the file in bytes
    u32    number of sections
    then for each section: u32 offset in bytes, u32 size in bytes

Sections start at multiples of 8. Section 0 holds the texts: UTF-8, each ended by a zero byte, each kept once; a text is
named by its offset in the section, and offset 0 is the empty text.
"""

import struct

VERSION = 1
NONE = 0xFFFFFFFF  # the index of nothing
ALIGNMENT = 8


class Texts:
    """The texts of a file, each stored once."""

    def __init__(self):
        self.content = bytearray()
        self.offsets = {}
        self.add("")

    def add(self, text):
        """The offset of a text."""
        if text not in self.offsets:
            self.offsets[text] = len(self.content)
            self.content += text.encode("utf-8") + b"\0"
        return self.offsets[text]


class GeoFile:
    """A file in the making: its texts and its tables."""

    def __init__(self, magic):
        self.magic = magic
        self.texts = Texts()
        self.tables = []

    def add_table(self, layout, rows):
        """Appends a section of rows, each packed as `layout` (letters of the struct module)."""
        self.tables.append((layout, list(rows)))

    def to_bytes(self, endian):
        order = {"little": "<", "big": ">"}[endian]
        sections = [bytes(self.texts.content)]
        for layout, rows in self.tables:
            pack = struct.Struct(order + layout).pack
            sections.append(b"".join(pack(*row) for row in rows))

        header_size = 8 + 4 * 4 + 8 * len(sections)
        body, directory = bytearray(), []
        for section in sections:
            body += bytes(-(header_size + len(body)) % ALIGNMENT)
            directory += [header_size + len(body), len(section)]
            body += section
        header = struct.pack(f"{order}8s4I{len(directory)}I", self.magic, 1, VERSION, header_size + len(body),
                             len(sections), *directory)
        return header + body
