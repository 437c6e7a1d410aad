# SPDX-License-Identifier: GPL-3.0-or-later
"""shapes.bin: the outlines of france.topojson, each ring whole, in world units.

Sections after the texts:

    layers   first shape, number of shapes; in the order of EssaimShapeLayer
    shapes   id, name, north-west corner, south-east corner, label point (0,0 where not known), first ring, number of
             rings, first point, number of points; sorted by id within their layer
    rings    end of a ring, counted in points from the first of its shape
    points   x, y; the last point of a ring is not its first one again
"""

import json
import math
import os

from .geofile import GeoFile

WORLD = 1 << 32
LAYERS = ("pays", "france", "france-low", "regions", "regions-low", "departements", "departements-low", "epci",
          "epci-low", "ept", "communes", "territoires", "territoires-low")
LAT_MAX = math.atan(math.sinh(math.pi))  # where the world of Web Mercator is as high as wide, 85.0511°


def project(lon, lat):
    """World units of a place, as essaim_world_from_degrees computes them."""
    lat = max(-LAT_MAX, min(LAT_MAX, math.radians(lat)))
    x = (lon + 180) / 360
    y = (1 - math.asinh(math.tan(lat)) / math.pi) / 2
    return tuple(max(0, min(WORLD - 1, math.floor(part * WORLD + 0.5))) for part in (x, y))


def project_arcs(topology):
    """The arcs as lists of world points."""
    (scale_x, scale_y), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * scale_x + x0, y * scale_y + y0))
        arcs.append(points)
    return arcs


def ring_points(arcs, indices):
    """The points of a ring without repeats; negative indices are arcs walked backwards."""
    ring = []
    for i in indices:
        for point in arcs[i] if i >= 0 else reversed(arcs[~i]):
            if not ring or ring[-1] != point:
                ring.append(point)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return ring


def rings_of(arcs, shape):
    polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}[shape["type"]]
    rings = (ring_points(arcs, ring) for polygon in polygons for ring in polygon)
    return [ring for ring in rings if len(ring) >= 3]


def compile_shapes(folder):
    """The GeoFile of shapes.bin from the files of data/geo."""
    with open(os.path.join(folder, "france.topojson"), encoding="utf-8") as stream:
        topology = json.load(stream)
    arcs = project_arcs(topology)
    result = GeoFile(b"EssaimSh")
    layers, shapes, rings, points = [], [], [], []

    for layer in LAYERS:
        geometries = topology["objects"][layer]["geometries"]
        # Names and label points are written once, in the detailed object.
        detailed = topology["objects"][layer.removesuffix("-low")]["geometries"]
        properties = {shape["id"]: shape.get("properties", {}) for shape in detailed}
        first = len(shapes)
        for shape in sorted((s for s in geometries if s["type"]), key=lambda s: s["id"]):
            own = rings_of(arcs, shape)
            own_points = [point for ring in own for point in ring]
            xs, ys = zip(*own_points)
            facts = properties[shape["id"]]
            label = project(*facts["label"]) if "label" in facts else (0, 0)
            shapes.append((result.texts.add(shape["id"]), result.texts.add(facts.get("name", "")),
                           min(xs), min(ys), max(xs), max(ys), *label,
                           len(rings), len(own), len(points), len(own_points)))
            end = 0
            for ring in own:
                end += len(ring)
                rings.append((end,))
            points += own_points
        layers.append((first, len(shapes) - first))

    result.add_table("2I", layers)
    result.add_table("12I", shapes)
    result.add_table("I", rings)
    result.add_table("2I", points)
    return result
