//! The few drawn things: the mark of Tilslut, the tick and the rounded chip, as outlines that stay
//! sharp in print.

use crate::page::{Colour, INK, Item, LILAC, PLUM, Step};
use Step::{Curve, On};

/// The two halves of `brand/icon.svg` (64 × 64), arcs as Bézier curves.
const LEFT_HALF: &[Step] = &[
    On(18.0, 4.0),
    On(28.0, 4.0),
    On(28.0, 23.92),
    Curve([31.983, 21.457, 37.166, 22.264, 40.212, 25.821]),
    Curve([43.258, 29.377, 43.258, 34.623, 40.212, 38.179]),
    Curve([37.166, 41.736, 31.983, 42.543, 28.0, 40.08]),
    On(28.0, 60.0),
    On(18.0, 60.0),
    Curve([10.268, 60.0, 4.0, 53.732, 4.0, 46.0]),
    On(4.0, 18.0),
    Curve([4.0, 10.268, 10.268, 4.0, 18.0, 4.0]),
];
const RIGHT_HALF: &[Step] = &[
    On(32.0, 4.0),
    On(46.0, 4.0),
    Curve([53.732, 4.0, 60.0, 10.268, 60.0, 18.0]),
    On(60.0, 46.0),
    Curve([60.0, 53.732, 53.732, 60.0, 46.0, 60.0]),
    On(32.0, 60.0),
    On(32.0, 45.46),
    Curve([37.057, 45.85, 41.905, 43.373, 44.553, 39.048]),
    Curve([47.2, 34.722, 47.2, 29.278, 44.553, 24.952]),
    Curve([41.905, 20.627, 37.057, 18.15, 32.0, 18.54]),
];
/// A tick, 24 × 24.
const TICK: &[Step] = &[
    On(9.55, 18.0),
    On(3.85, 12.3),
    On(5.275, 10.875),
    On(9.55, 15.15),
    On(18.725, 5.975),
    On(20.15, 7.4),
];
/// The letter i, 24 × 24: a stem and a dot.
const STEM: &[Step] = &[On(10.5, 9.5), On(13.5, 9.5), On(13.5, 19.0), On(10.5, 19.0)];
const DOT: &[Step] = &[On(10.5, 4.5), On(13.5, 4.5), On(13.5, 7.5), On(10.5, 7.5)];

/// The mark of Tilslut, `size` points wide and high.
pub(crate) fn mark(x: f32, y: f32, size: f32) -> [Item; 2] {
    let scale = size / 64.0;
    [placed(LEFT_HALF, x, y, scale, PLUM), placed(RIGHT_HALF, x, y, scale, LILAC)]
}

/// A tick, `size` points wide and high.
pub(crate) fn tick(x: f32, y: f32, size: f32) -> Item {
    placed(TICK, x, y, size / 24.0, INK)
}

/// The letter i of "information", `size` points wide and high.
pub(crate) fn letter_i(x: f32, y: f32, size: f32) -> [Item; 2] {
    [placed(STEM, x, y, size / 24.0, INK), placed(DOT, x, y, size / 24.0, INK)]
}

/// A rectangle with rounded corners.
pub(crate) fn rounded(
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    radius: f32,
    colour: Colour,
) -> Item {
    let (right, bottom) = (x + width, y + height);
    // How far the control points of a quarter of a circle lie from its corner.
    let k = radius * (1.0 - 0.552_285);
    let outline = vec![
        On(x + radius, y),
        On(right - radius, y),
        Curve([right - k, y, right, y + k, right, y + radius]),
        On(right, bottom - radius),
        Curve([right, bottom - k, right - k, bottom, right - radius, bottom]),
        On(x + radius, bottom),
        Curve([x + k, bottom, x, bottom - k, x, bottom - radius]),
        On(x, y + radius),
        Curve([x, y + k, x + k, y, x + radius, y]),
    ];
    Item::Shape { outline, colour }
}

fn placed(outline: &[Step], x: f32, y: f32, scale: f32, colour: Colour) -> Item {
    let place = |step: &Step| match *step {
        On(px, py) => On(x + px * scale, y + py * scale),
        Curve([a, b, c, d, e, f]) => Curve([
            x + a * scale,
            y + b * scale,
            x + c * scale,
            y + d * scale,
            x + e * scale,
            y + f * scale,
        ]),
    };
    Item::Shape { outline: outline.iter().map(place).collect(), colour }
}
