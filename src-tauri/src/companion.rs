//! The window beside the browser: narrow, at the right edge, as high as the screen lets it be; and
//! how it becomes again what it was.

use crate::anew::Place;
use app::model::WindowShape;
use std::sync::{Mutex, PoisonError};
use tauri::{LogicalSize, PhysicalPosition, PhysicalSize, WebviewWindow};

/// How wide the companion is.
const WIDTH: f64 = 420.0;
/// How low it may be made.
const LOWEST: f64 = 480.0;
/// The smallest window otherwise.
pub const SMALLEST: LogicalSize<f64> = LogicalSize { width: 1024.0, height: 640.0 };

/// How the window is shaped.
#[derive(Default)]
pub struct Companion(Mutex<Shaped>);

/// What the window was before it became the companion.
#[derive(Default)]
struct Shaped {
    /// Nothing while it is whole.
    before: Option<Before>,
    /// The same, also afterwards: a window that is given its size has it a moment later.
    last: Option<Before>,
}

/// The window as the person had it.
#[derive(Clone, Copy)]
struct Before {
    place: PhysicalPosition<i32>,
    size: PhysicalSize<u32>,
    maximised: bool,
}

impl Companion {
    /// Gives the window this shape.
    pub fn shape(&self, window: &WebviewWindow, shape: WindowShape) -> tauri::Result<()> {
        let mut shaped = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match shape {
            WindowShape::Companion { on_top } => {
                if shaped.before.is_none() {
                    shaped.before = Some(narrow(window)?);
                    shaped.last = shaped.before;
                }
                window.set_always_on_top(on_top)
            }
            WindowShape::Whole => match shaped.before.take() {
                Some(before) => widen(window, before),
                None => Ok(()),
            },
        }
    }

    /// Where the window stands, or stood before it became the companion.
    pub fn place(&self, window: &WebviewWindow) -> tauri::Result<Place> {
        let shaped = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (position, size) = (window.outer_position()?, window.inner_size()?);
        let now = Place::of(window, position, size)?;
        match shaped.last {
            Some(Before { place, size, maximised }) if now.size.width < SMALLEST.width => {
                Ok(Place { maximised, ..Place::of(window, place, size)? })
            }
            _ => Ok(now),
        }
    }
}

fn narrow(window: &WebviewWindow) -> tauri::Result<Before> {
    let maximised = window.is_maximized()?;
    if maximised {
        window.unmaximize()?;
    }
    let before = Before { place: window.outer_position()?, size: window.inner_size()?, maximised };
    window.set_min_size(Some(LogicalSize::new(WIDTH, LOWEST)))?;
    if let Some(monitor) = window.current_monitor()? {
        let (area, scale) = (monitor.work_area(), monitor.scale_factor());
        let (outer, inner) = (window.outer_size()?, window.inner_size()?);
        let edge = outer.width.saturating_sub(inner.width);
        let title = outer.height.saturating_sub(inner.height);
        let size = PhysicalSize::new(
            LogicalSize::new(WIDTH, LOWEST).to_physical::<u32>(scale).width,
            area.size.height.saturating_sub(title),
        );
        window.set_size(size)?;
        let wide = i32::try_from(area.size.width).unwrap_or(i32::MAX);
        let taken = i32::try_from(size.width.saturating_add(edge)).unwrap_or(i32::MAX);
        let left = area.position.x.saturating_add(wide.saturating_sub(taken));
        window.set_position(PhysicalPosition::new(left, area.position.y))?;
    }
    Ok(before)
}

fn widen(window: &WebviewWindow, before: Before) -> tauri::Result<()> {
    window.set_always_on_top(false)?;
    window.set_size(before.size)?;
    window.set_min_size(Some(SMALLEST))?;
    window.set_position(before.place)?;
    if before.maximised { window.maximize() } else { Ok(()) }
}
