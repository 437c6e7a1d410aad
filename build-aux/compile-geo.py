#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the readable files of data/geo into those that the program maps into memory and uses in place.

    compile-geo.py [--endian little|big] communes DATA/GEO OUTPUT
    compile-geo.py [--endian little|big] shapes DATA/GEO OUTPUT

It runs at build time with the standard library only, and its output depends on its input alone. The layout is
described in compilegeo/geofile.py and, table by table, in communes.py and shapes.py beside it.
"""

import argparse

from compilegeo import communes, shapes

COMPILERS = {"communes": communes.compile_communes, "shapes": shapes.compile_shapes}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endian", choices=("little", "big"), default="little", help="of the machine that will read")
    parser.add_argument("what", choices=sorted(COMPILERS))
    parser.add_argument("source", help="the folder data/geo")
    parser.add_argument("output", help="the file to write")
    arguments = parser.parse_args()
    content = COMPILERS[arguments.what](arguments.source).to_bytes(arguments.endian)
    with open(arguments.output, "wb") as stream:
        stream.write(content)


if __name__ == "__main__":
    main()
