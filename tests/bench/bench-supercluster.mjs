// bench-supercluster.mjs: how long supercluster takes for the points of a file
// Usage: node bench-supercluster.mjs FOLDER-WITH-NODE_MODULES POINTS.json WIDTH HEIGHT LON LAT
// Writes as JSON: the milliseconds of a load, of the slowest view at a new zoom and of the mean step of a pan.
// SPDX-License-Identifier: GPL-3.0-or-later

import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [folder, file, width, height, lon, lat] = process.argv.slice(2).map((text, i) => i < 2 ? text : Number(text));
const {default: Supercluster} = await import(pathToFileURL(`${folder}/node_modules/supercluster/index.js`));

const RADIUS_PX = 22, TILE_SIZE = 256, ROUNDS = 5, STEPS = 100, STEP_PX = 8;

// Degrees of a view in Web Mercator, moved to the right by some pixels.
function viewAt(zoom, right) {
    const size = TILE_SIZE * 2 ** zoom;
    const sin = Math.sin(lat * Math.PI / 180);
    const x = (lon / 360 + 0.5) * size + right;
    const y = (0.5 - 0.25 * Math.log((1 + sin) / (1 - sin)) / Math.PI) * size;
    const toLon = at => (at / size - 0.5) * 360;
    const toLat = at => 360 / Math.PI * Math.atan(Math.exp(Math.PI * (1 - 2 * at / size))) - 90;
    return [toLon(x - width / 2), toLat(y + height / 2), toLon(x + width / 2), toLat(y - height / 2)];
}

function time(action) {
    const start = performance.now();
    action();
    return performance.now() - start;
}

const median = times => times.sort((a, b) => a - b)[times.length >> 1];
const rounds = action => median(Array.from({length: ROUNDS}, () => time(action)));

const features = JSON.parse(readFileSync(file)).map(coordinates => ({
    type: 'Feature', properties: {}, geometry: {type: 'Point', coordinates}
}));
const options = {radius: 2 * RADIUS_PX, extent: TILE_SIZE, maxZoom: 16};
let index;
const load = rounds(() => { index = new Supercluster(options).load(features); });

let zoomed = 0, panned = 0, steps = 0;
for (let zoom = 4; zoom <= 16; zoom++) {
    zoomed = Math.max(zoomed, rounds(() => index.getClusters(viewAt(zoom, 0), zoom)));
    panned += time(() => {
        for (let i = 0; i < STEPS; i++) index.getClusters(viewAt(zoom, i * STEP_PX), zoom);
    });
    steps += STEPS;
}
console.log(JSON.stringify({load, zoom: zoomed, pan: panned / steps}));
