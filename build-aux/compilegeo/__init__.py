# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiler of data/geo; see compile-geo.py."""
