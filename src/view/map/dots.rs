//! Draws thousands of dots into one picture. It computes pixels only, without the DOM.
//!
//! A canvas takes seconds to draw a hundred thousand circles, and must draw all of
//! them again to remove one. Here every pixel keeps the sum of its dots, so a dot is
//! removed by subtraction, and a change costs as much as the dots that change. Dots
//! that nearly coincide share one cell and are drawn once.

/// Width and height of a cell, in pixels of the page.
const CELL: f64 = 2.0;
/// Radius of a dot, and of the rim around it, in pixels of the page.
const RADIUS: f64 = 3.2;
const RIM: f64 = 1.0;
/// The coverage that one dot adds to a pixel which lies inside it. At most about
/// twenty cells reach a pixel, so the sum stays within 16 bits.
const FULL_COVERAGE: f64 = 255.0;

/// Overlapping dots are drawn darker. A pixel is darkest once its coverage exceeds
/// that of one dot by `MAX_EXCESS`; its colour is then darkened by
/// `MAX_DARKENING` / 255.
const MAX_EXCESS: u32 = 9 * 255;
const MAX_DARKENING: u32 = 150;

/// Width and height of a tile, in device pixels. Changes are redrawn by tiles.
const TILE: usize = 32;

/// The cell of a point outside the picture.
pub(super) const NOWHERE: u32 = u32::MAX;

/// The dots of the part of the map that is in view.
#[derive(Debug, Default)]
pub(super) struct Dots {
    width: usize,
    height: usize,
    /// Width and height of a cell, in device pixels.
    cell: usize,
    columns: usize,
    rows: usize,
    /// Dots in each cell.
    counts: Vec<u32>,
    /// Per pixel: coverage by rims in the low 16 bits, by dots in the high 16.
    coverage: Vec<u32>,
    /// The coverage of a single dot: a square of `side` × `side` pixels.
    stamp: Vec<u32>,
    side: usize,
    /// Red, green, blue and opacity of each pixel.
    pub pixels: Vec<u8>,
    /// Which tiles have changed, row by row.
    changed: Vec<bool>,
    /// Tiles in a row.
    across: usize,
}

/// A rectangle of pixels; right and bottom are beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub left: usize,
    pub top: usize,
    pub right: usize,
    pub bottom: usize,
}

impl Dots {
    /// An empty picture. Its width and height are in CSS pixels; `ratio` is the number
    /// of device pixels per CSS pixel.
    pub fn new((width, height): (f64, f64), ratio: f64) -> Self {
        let pixels = |length: f64| (length * ratio).round().max(1.0) as usize;
        let (width, height) = (pixels(width), pixels(height));
        let cell = (CELL * ratio).round().max(1.0) as usize;
        let (stamp, side) = stamp(RADIUS * ratio, RIM * ratio, cell);
        // Dots beyond the edge still reach into the picture.
        let margin = 2 * (side / cell + 1);
        let (columns, rows) = (width / cell + 1 + margin, height / cell + 1 + margin);
        Self {
            width,
            height,
            cell,
            columns,
            rows,
            counts: vec![0; columns * rows],
            coverage: vec![0; width * height],
            stamp,
            side,
            pixels: vec![0; width * height * 4],
            changed: vec![true; width.div_ceil(TILE) * height.div_ceil(TILE)],
            across: width.div_ceil(TILE),
        }
    }

    /// Width and height in device pixels.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The cell of a point, given in device pixels; [`NOWHERE`] outside the picture.
    pub fn cell_of(&self, x: f64, y: f64) -> u32 {
        let margin = (self.side / self.cell + 1) as f64;
        let (x, y) =
            ((x / self.cell as f64).floor() + margin, (y / self.cell as f64).floor() + margin);
        let within = |at: f64, count: usize| at >= 0.0 && at < count as f64;
        if !within(x, self.columns) || !within(y, self.rows) {
            return NOWHERE;
        }
        (y as usize * self.columns + x as usize) as u32
    }

    /// Puts a dot into a cell, or takes one away.
    pub fn set(&mut self, cell: u32, on: bool) {
        let Some(count) = self.counts.get_mut(cell as usize) else { return };
        // What was never put there cannot be taken away.
        if !on && *count == 0 {
            return;
        }
        *count = if on { *count + 1 } else { *count - 1 };
        match (on, *count) {
            (true, 1) => self.stamp_cell(cell as usize, true),
            (false, 0) => self.stamp_cell(cell as usize, false),
            _ => {}
        }
    }

    fn stamp_cell(&mut self, cell: usize, on: bool) {
        let margin = self.side / self.cell + 1;
        let middle =
            |at: usize| (at * self.cell + self.cell / 2) as isize - (margin * self.cell) as isize;
        let half = (self.side / 2) as isize;
        let (left, top) = (middle(cell % self.columns) - half, middle(cell / self.columns) - half);
        let clip = |at: isize, end: usize| at.clamp(0, end as isize) as usize;
        let side = self.side as isize;
        let area = Area {
            left: clip(left, self.width),
            top: clip(top, self.height),
            right: clip(left + side, self.width),
            bottom: clip(top + side, self.height),
        };
        if area.left >= area.right || area.top >= area.bottom {
            return;
        }
        for y in area.top..area.bottom {
            let row = (y as isize - top) as usize * self.side;
            let from = row + (area.left as isize - left) as usize;
            let stamp = &self.stamp[from..from + area.right - area.left];
            let coverage =
                &mut self.coverage[y * self.width + area.left..y * self.width + area.right];
            for (covered, &dot) in coverage.iter_mut().zip(stamp) {
                *covered = if on { *covered + dot } else { *covered - dot };
            }
        }
        for row in area.top / TILE..=(area.bottom - 1) / TILE {
            for tile in area.left / TILE..=(area.right - 1) / TILE {
                self.changed[row * self.across + tile] = true;
            }
        }
    }

    /// Draws the pixels that have changed, in the colours of dot and rim, and returns
    /// the rectangles they lie in.
    pub fn rasterise_dirty(&mut self, dot: [u8; 3], rim: [u8; 3]) -> Vec<Area> {
        let mut areas = Vec::<Area>::new();
        for tile in 0..self.changed.len() {
            if !std::mem::take(&mut self.changed[tile]) {
                continue;
            }
            let (left, top) = (tile % self.across * TILE, tile / self.across * TILE);
            let (right, bottom) = ((left + TILE).min(self.width), (top + TILE).min(self.height));
            let area = Area { left, top, right, bottom };
            self.rasterise_area(area, dot, rim);
            match areas.last_mut() {
                // Tiles side by side are one stretch.
                Some(before) if before.top == top && before.right == left => before.right = right,
                _ => areas.push(area),
            }
        }
        areas
    }

    fn rasterise_area(&mut self, area: Area, dot: [u8; 3], rim: [u8; 3]) {
        for y in area.top..area.bottom {
            let row = y * self.width;
            let coverage = &self.coverage[row + area.left..row + area.right];
            let pixels = &mut self.pixels[(row + area.left) * 4..(row + area.right) * 4];
            for (pixel, &covered) in pixels.chunks_exact_mut(4).zip(coverage) {
                if covered == 0 {
                    pixel[3] = 0;
                    continue;
                }
                let (cores, around) = (covered >> 16, (covered & 0xffff).min(255));
                let core = cores.min(255);
                // It is darker where there are many dots.
                let light = 255 - (cores - core).min(MAX_EXCESS) * MAX_DARKENING / MAX_EXCESS;
                // The rim shows where the dot does not cover it.
                let around = around * (255 - core) / 255;
                let opacity = (core + around).max(1);
                pixel[3] = opacity as u8;
                for i in 0..3 {
                    let dot = u32::from(dot[i]) * light / 255;
                    let mix = dot * core + u32::from(rim[i]) * around;
                    pixel[i] = (mix / opacity) as u8;
                }
            }
        }
    }
}

/// What a dot in the middle of a cell gives the pixels around it.
fn stamp(radius: f64, rim: f64, cell: usize) -> (Vec<u32>, usize) {
    let half = (radius + rim).ceil() as usize + 1;
    let side = 2 * half + 1;
    let centre = half as f64 + if cell.is_multiple_of(2) { 0.0 } else { 0.5 };
    let cover =
        |radius: f64, distance: f64| (radius + 0.5 - distance).clamp(0.0, 1.0) * FULL_COVERAGE;
    let stamp = (0..side * side).map(|i| {
        let (x, y) = ((i % side) as f64 + 0.5 - centre, (i / side) as f64 + 0.5 - centre);
        let distance = x.hypot(y);
        (cover(radius, distance) as u32) << 16 | cover(radius + rim, distance) as u32
    });
    (stamp.collect(), side)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(area: &Area) -> usize {
        (area.right - area.left) * (area.bottom - area.top)
    }

    fn opacity(dots: &mut Dots, x: usize, y: usize) -> u8 {
        dots.rasterise_dirty([200, 0, 0], [255; 3]);
        dots.pixels[(y * dots.width + x) * 4 + 3]
    }

    #[test]
    fn a_dot_that_goes_leaves_nothing_behind() {
        let mut dots = Dots::new((40.0, 30.0), 1.0);
        // Many over one another and over the edges, in and out in another order.
        let cells: Vec<u32> = (0..60_u32)
            .map(|i| dots.cell_of(f64::from(i * 7 % 50) - 5.0, f64::from(i * 11 % 40) - 5.0))
            .collect();
        assert!(cells.iter().any(|&cell| cell != NOWHERE));
        for &cell in &cells {
            dots.set(cell, true);
        }
        assert!(dots.coverage.iter().any(|&covered| covered > 0));
        for &cell in cells.iter().rev() {
            dots.set(cell, false);
        }
        assert!(dots.coverage.iter().all(|&covered| covered == 0));
        assert!(dots.counts.iter().all(|&count| count == 0));
    }

    #[test]
    fn dots_in_one_cell_are_one_until_the_last_goes() {
        let mut dots = Dots::new((40.0, 30.0), 1.0);
        let cell = dots.cell_of(20.0, 15.0);
        dots.set(cell, true);
        let alone = dots.coverage.clone();
        dots.set(cell, true);
        assert_eq!(dots.coverage, alone);
        dots.set(cell, false);
        assert_eq!(opacity(&mut dots, 20, 15), 255);
        dots.set(cell, false);
        assert!(opacity(&mut dots, 20, 15) == 0);
        // More than there are is not taken away.
        dots.set(cell, false);
        dots.set(cell, true);
        assert_eq!(opacity(&mut dots, 20, 15), 255);
    }

    #[test]
    fn only_dirty_tiles_are_rasterised() {
        let mut dots = Dots::new((400.0, 300.0), 2.0);
        let all: usize = dots.rasterise_dirty([0; 3], [0; 3]).iter().map(size).sum();
        assert_eq!(all, 800 * 600, "at first all of it");
        assert_eq!(dots.rasterise_dirty([0; 3], [0; 3]), []);
        let cell = dots.cell_of(100.0, 100.0);
        dots.set(cell, true);
        let areas = dots.rasterise_dirty([0; 3], [0; 3]);
        let within = |area: &Area| {
            area.left <= 100 && 100 < area.right && area.top <= 100 && 100 < area.bottom
        };
        assert!(areas.iter().any(within), "{areas:?}");
        assert!(areas.iter().map(size).sum::<usize>() <= 4 * TILE * TILE, "{areas:?}");
    }

    #[test]
    fn what_is_out_of_sight_has_no_cell() {
        let mut dots = Dots::new((40.0, 30.0), 1.0);
        for (x, y) in [(-100.0, 0.0), (0.0, 1e9), (f64::NAN, 0.0)] {
            let cell = dots.cell_of(x, y);
            assert_eq!(cell, NOWHERE, "{x} {y}");
            dots.set(cell, true);
        }
        assert!(dots.coverage.iter().all(|&covered| covered == 0));
        // A dot just outside the edge is still partly visible.
        let cell = dots.cell_of(-2.0, 15.0);
        dots.set(cell, true);
        assert!(opacity(&mut dots, 0, 15) > 0);
    }
}
