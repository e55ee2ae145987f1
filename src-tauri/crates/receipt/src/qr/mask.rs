//! Which mask a code gets: the one under which it is easiest to read (ISO/IEC 18004, §7.8.3). The
//! crate that draws the codes has this too, but needs as long for it as a page needs.

use qrcode::Color;
use qrcode::canvas::{Canvas, MaskPattern};

const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// The modules of a drawn code, row by row, under the mask with the lowest penalty.
pub(super) fn best(canvas: &Canvas, width: usize) -> Vec<Color> {
    let masked = MASKS.into_iter().map(|mask| {
        let mut canvas = canvas.clone();
        canvas.apply_mask(mask);
        canvas.into_colors()
    });
    masked.min_by_key(|modules| penalty(modules, width)).unwrap_or_default()
}

/// How hard a code is to read.
fn penalty(modules: &[Color], width: usize) -> usize {
    let dark: Vec<bool> = modules.iter().map(|module| *module == Color::Dark).collect();
    let rows: usize = dark.chunks(width).map(|row| line(row.iter().copied())).sum();
    let columns: usize =
        (0..width).map(|x| line(dark.iter().skip(x).step_by(width).copied())).sum();
    let squares = dark.chunks(width).zip(dark.chunks(width).skip(1));
    let squares: usize = squares
        .map(|(above, below)| {
            above.windows(2).zip(below.windows(2)).filter(|(a, b)| plain(a, b)).count()
        })
        .sum();
    let share = dark.iter().filter(|dark| **dark).count() * 100 / dark.len().max(1);
    rows + columns + 3 * squares + share.abs_diff(50) / 5 * 10
}

/// True for four modules of one colour.
fn plain(above: &[bool], below: &[bool]) -> bool {
    above == below && above.first() == above.last()
}

/// Five modules of one colour in a row, and more; and what looks like the eye in a corner, with
/// white before or after it.
fn line(modules: impl Iterator<Item = bool>) -> usize {
    const EYES: [u16; 2] = [0b000_0101_1101, 0b101_1101_0000];
    let (mut penalty, mut run, mut last, mut seen) = (0, 0_usize, None, 0_u16);
    // Around the code is white.
    for (module, within) in modules.map(|module| (module, true)).chain([(false, false); 4]) {
        seen = (seen << 1 | u16::from(module)) & 0x7ff;
        if EYES.contains(&seen) {
            penalty += 40;
        }
        run = if last == Some(module) { run + 1 } else { 1 };
        last = Some(module);
        penalty += match run {
            5 if within => 3,
            6.. if within => 1,
            _ => 0,
        };
    }
    penalty
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(row: &str) -> impl Iterator<Item = bool> {
        row.chars().map(|c| c == '#')
    }

    #[test]
    fn long_runs_and_false_eyes_cost() {
        for (row, cost) in [
            (".#.#.#.#.#.#", 0),
            ("####.####.#.", 0),
            ("#####.####.#", 3),
            (".......#.#.#", 5),
            ("##.#.###.#....##.#", 40),
            (".#...##....#.###.#.##", 40),
            // White on both sides is two looks at one eye; the white may be that around the code.
            ("##....#.###.#....#", 80),
            ("#.###.#.#.#.#.##", 40),
        ] {
            assert_eq!(line(drawn(row)), cost, "{row}");
        }
        let all = vec![Color::Light; 21 * 21];
        assert_eq!(penalty(&all, 21), 42 * 19 + 3 * 400 + 100);
    }

    #[test]
    fn the_mask_is_no_worse_than_the_one_that_the_drawing_crate_takes() {
        for text in [
            "PROEVE1:9F3C0A6B",
            "TILSLUT1:9F3C0A6B5D7E41F2A8C4B6D2E0F19375:J23YFB9RA0RJ:PGR8W35Z84ERCRHRXCHNZBN34ARW8:7",
        ] {
            let theirs =
                qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).unwrap();
            let ours = crate::qr::modules(text).unwrap();
            assert_eq!(ours.1, theirs.width());
            assert!(penalty(&ours.0, ours.1) <= penalty(&theirs.to_colors(), ours.1), "{text}");
        }
    }
}
