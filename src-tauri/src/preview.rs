//! A picture made small, for the window to show in place. What a file says of its size is looked at
//! before anything of it is decoded: 31 kB can be a picture of 256 million points, and whoever draws
//! it takes a gigabyte.

use domain::documents::MediaType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// The most points that are decoded: more than a scanner or a telephone makes by itself.
const POINTS_MAX: u64 = 32_000_000;
/// The most bytes that the points of a picture may take while it is made small.
const BYTES_MAX: u64 = 160 * 1024 * 1024;
/// The longest side of what is shown, in points: four times what the page has for it.
const SIDE: u32 = 512;

/// One at a time, so that a page of many pictures takes the room of one.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The picture as a PNG of at most 512 points a side, turned as the camera says. None where it is no
/// picture that can be read, or too large to be shown here.
pub fn preview(picture: &[u8], media: MediaType) -> Option<Vec<u8>> {
    let format = match media {
        MediaType::Pdf => return None,
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Png => ImageFormat::Png,
    };
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut reader = ImageReader::with_format(Cursor::new(picture), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > POINTS_MAX || decoder.total_bytes() > BYTES_MAX {
        return None;
    }
    let turned = decoder.orientation().ok();
    let mut small = made_small(DynamicImage::from_decoder(decoder).ok()?);
    turned.iter().for_each(|turned| small.apply_orientation(*turned));
    let mut bytes = Cursor::new(Vec::new());
    small.write_to(&mut bytes, ImageFormat::Png).ok()?;
    Some(bytes.into_inner())
}

/// Of 8 bits a colour, and none made larger than it is.
fn made_small(picture: DynamicImage) -> DynamicImage {
    let is_small = picture.width() <= SIDE && picture.height() <= SIDE;
    let small = if is_small { picture } else { picture.thumbnail(SIDE, SIDE) };
    if small.color().has_alpha() {
        DynamicImage::from(small.into_rgba8())
    } else {
        DynamicImage::from(small.into_rgb8())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;
    use image::codecs::jpeg::JpegEncoder;
    use proptest::prelude::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = DynamicImage::from(RgbImage::new(width, height));
        picture.write_to(&mut bytes, ImageFormat::Png).expect("written");
        bytes.into_inner()
    }

    fn size(preview: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory(preview).expect("a picture");
        (picture.width(), picture.height())
    }

    #[test]
    fn a_picture_is_shown_small_in_its_own_shape() {
        for ((width, height), shown) in
            [((3000, 2000), (512, 341)), ((40, 3000), (7, 512)), ((30, 20), (30, 20))]
        {
            let small = preview(&png(width, height), MediaType::Png).expect("shown");
            assert_eq!(size(&small), shown);
        }
    }

    /// EXIF's orientation 6: the camera was held upright.
    #[test]
    fn a_photograph_stands_as_the_camera_was_held() {
        let mut jpeg = Vec::new();
        JpegEncoder::new(&mut jpeg).encode_image(&RgbImage::new(40, 20)).expect("written");
        let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let (start, rest) = jpeg.split_at(2);
        let turned = [start, &[0xFF, 0xE1], &length, exif, rest].concat();
        assert_eq!(size(&preview(&jpeg, MediaType::Jpeg).expect("shown")), (40, 20));
        assert_eq!(size(&preview(&turned, MediaType::Jpeg).expect("shown")), (20, 40));
    }

    /// The header alone tells how large it would be, so none of it is decoded.
    #[test]
    fn a_small_file_of_a_huge_picture_is_not_decoded() {
        let mut huge = png(1, 1);
        huge[16..24].copy_from_slice(&[0, 0, 0x3E, 0x80, 0, 0, 0x3E, 0x80]);
        let crc = crc32(&huge[12..29]);
        huge[29..33].copy_from_slice(&crc.to_be_bytes());
        let header = ImageReader::with_format(Cursor::new(&huge), ImageFormat::Png);
        assert_eq!(header.into_dimensions().expect("a header"), (16_000, 16_000));
        assert_eq!(preview(&huge, MediaType::Png), None);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = u32::MAX;
        for byte in bytes {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
        !crc
    }

    #[test]
    fn what_is_no_picture_is_not_shown() {
        assert_eq!(preview(b"%PDF-1.7", MediaType::Pdf), None);
        let whole = png(30, 20);
        assert_eq!(preview(&whole, MediaType::Jpeg), None);
        assert_eq!(preview(&whole[..60], MediaType::Png), None);
    }

    proptest! {
        #[test]
        fn any_change_of_a_picture_is_shown_small_or_not_at_all(
            place in 8_usize..1000, byte: u8, end in 8_usize..1000,
        ) {
            let mut bytes = png(60, 40);
            let place = place % bytes.len();
            bytes[place] = byte;
            bytes.truncate(end.min(bytes.len()));
            for media in [MediaType::Png, MediaType::Jpeg] {
                if let Some(small) = preview(&bytes, media) {
                    let (width, height) = size(&small);
                    prop_assert!(width <= SIDE && height <= SIDE);
                }
            }
        }
    }
}
