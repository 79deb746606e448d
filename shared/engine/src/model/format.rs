//! The file format `model.stint`.
//!
//! ```text
//! offset  bytes  content
//!      0      8  "STINTMDL"
//!      8      2  format version, little endian
//!     10     32  SHA-256 of what follows
//!     42      …  zlib stream of the postcard encoding of the content, then of what the cells of each
//!                column are like, which version 2 does not have
//! ```
//!
//! zlib (miniz_oxide) and not zstd, because it is pure Rust and so compiles for every target, wasm32
//! included, and models of this size gain nothing from zstd.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use sha2::{Digest, Sha256};

use super::{Content, ModelError};
use crate::prepare::Typical;

const MAGIC: &[u8; 8] = b"STINTMDL";
const VERSION: u16 = 3;
/// The oldest version that is read.
const OLDEST_VERSION: u16 = 2;
const HEADER: usize = MAGIC.len() + 2 + 32;

/// Largest content that is unpacked. It bounds what a forged file can make the loader allocate.
const MAX_CONTENT_BYTES: usize = 64 * 1024 * 1024;

const COMPRESSION_LEVEL: u8 = 9;

pub(super) fn write(content: &Content) -> Vec<u8> {
    let packed = compress_to_vec_zlib(&plain(content), COMPRESSION_LEVEL);
    let mut bytes = Vec::with_capacity(HEADER + packed.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&Sha256::digest(&packed));
    bytes.extend_from_slice(&packed);
    bytes
}

/// What is compressed.
fn plain(content: &Content) -> Vec<u8> {
    let columns = &content.preparation.columns;
    let typical: Vec<&Option<Typical>> = columns.iter().map(|column| &column.typical).collect();
    postcard::to_allocvec(&(content, typical)).expect("plain structs can always be encoded")
}

pub(super) fn read(bytes: &[u8]) -> Result<Content, ModelError> {
    let (header, packed) = bytes
        .split_at_checked(HEADER)
        .ok_or(ModelError::NotAModel)?;
    let rest = header.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
    let version = u16::from_le_bytes([rest[0], rest[1]]);
    if !(OLDEST_VERSION..=VERSION).contains(&version) {
        return Err(ModelError::UnsupportedVersion {
            found: version,
            supported: VERSION,
        });
    }
    if Sha256::digest(packed)[..] != rest[2..] {
        return Err(damaged("its checksum does not match its content"));
    }
    unpack(packed, version)
}

fn unpack(packed: &[u8], version: u16) -> Result<Content, ModelError> {
    let plain = decompress_to_vec_zlib_with_limit(packed, MAX_CONTENT_BYTES)
        .map_err(|_| damaged("its content cannot be unpacked"))?;
    let unreadable = |_| damaged("its content cannot be read");
    let (mut content, rest): (Content, _) =
        postcard::take_from_bytes(&plain).map_err(unreadable)?;
    if version > OLDEST_VERSION {
        let typical: Vec<Option<Typical>> = postcard::from_bytes(rest).map_err(unreadable)?;
        let columns = &mut content.preparation.columns;
        if typical.len() != columns.len() {
            return Err(damaged("its columns are not all described"));
        }
        for (column, typical) in columns.iter_mut().zip(typical) {
            column.typical = typical;
        }
    }
    content.check()?;
    Ok(content)
}

pub(super) fn damaged(problem: &str) -> ModelError {
    ModelError::Damaged(problem.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::content;
    use super::*;
    use crate::prepare::Encoding;

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = write(&content());
        assert_eq!(read(&bytes), Ok(content()));
        assert_eq!(write(&content()), bytes);
    }

    #[test]
    fn other_bytes_are_told_apart() {
        assert_eq!(read(b""), Err(ModelError::NotAModel));
        assert_eq!(read(&[0; 100]), Err(ModelError::NotAModel));
        let mut newer = write(&content());
        newer[8] = 9;
        assert_eq!(
            read(&newer),
            Err(ModelError::UnsupportedVersion {
                found: 9,
                supported: VERSION
            })
        );
    }

    /// Found by the test below: a date beyond the calendar.
    #[test]
    fn a_forged_date_is_refused() {
        let mut forged = content();
        for column in &mut forged.preparation.columns {
            if let Encoding::Moment { fill, .. } = &mut column.encoding {
                *fill = 1e300;
            }
        }
        assert_ne!(forged, content());
        assert!(matches!(read(&write(&forged)), Err(ModelError::Damaged(_))));
    }

    #[test]
    fn models_of_the_version_before_are_read() {
        let mut old = content();
        for column in &mut old.preparation.columns {
            column.typical = None;
        }
        let packed = compress_to_vec_zlib(&postcard::to_allocvec(&old).expect("encodes"), 9);
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&2_u16.to_le_bytes());
        bytes.extend_from_slice(&Sha256::digest(&packed));
        bytes.extend_from_slice(&packed);
        assert_eq!(read(&bytes), Ok(old));
    }

    /// The content of a small model, as it is stored.
    fn trained(family: &str) -> Vec<u8> {
        let rows: String = (0..40)
            .map(|i| format!("{},w{},{}\n", i * 7 % 13, i % 3, ["x", "y"][i % 2]))
            .collect();
        let csv = format!("a,b,t\n{rows}");
        let rules = crate::CsvRules::default();
        let profile = crate::profile_csv(csv.as_bytes(), &rules).expect("sound");
        let hyperparameters = match family {
            "random_forest" => serde_json::json!({"n_estimators": 2}),
            "gradient_boosting" => serde_json::json!({"max_iter": 2, "min_samples_leaf": 2}),
            _ => serde_json::json!({}),
        };
        let request = crate::TrainRequest {
            model_type: Some(family.to_owned()),
            hyperparameters: hyperparameters.as_object().cloned(),
            ..crate::TrainRequest::default()
        };
        let spec = request
            .resolve(&profile.schema(), profile.rows)
            .expect("sound");
        let go = &mut |_| std::ops::ControlFlow::Continue(());
        let outcome = crate::train(csv.as_bytes(), &rules, &spec, go).expect("trains");
        plain(&outcome.model.content)
    }

    proptest! {
        #[test]
        fn a_changed_or_shortened_file_is_refused(at in 0_usize..10_000, change in 1_u8.., cut: bool) {
            let mut bytes = write(&content());
            let at = at % bytes.len();
            if cut {
                bytes.truncate(at);
            } else {
                bytes[at] ^= change;
            }
            prop_assert!(read(&bytes).is_err());
        }

        /// A forger can compute the checksum, so what lies behind it must hold by itself.
        #[test]
        fn forged_content_never_panics(at in 0_usize..10_000, change in 1_u8.., cut: bool) {
            let mut plain = plain(&content());
            let at = at % plain.len();
            if cut {
                plain.truncate(at);
            } else {
                plain[at] ^= change;
            }
            if let Ok(content) = unpack(&compress_to_vec_zlib(&plain, 1), VERSION) {
                let row = serde_json::Map::new();
                let model = super::super::Model { content };
                let _ = model.predict(&[row]);
                let _ = model.inputs().count();
            }
        }

        /// The same for every family, by a byte of its real content.
        #[test]
        fn forged_content_of_any_family_never_panics(
            family in prop::sample::select(vec!["naive_bayes", "knn", "svm", "random_forest", "gradient_boosting"]),
            at in 0_usize..10_000,
            change in 1_u8..,
        ) {
            let mut plain = trained(family);
            let at = at % plain.len();
            plain[at] ^= change;
            if let Ok(content) = unpack(&compress_to_vec_zlib(&plain, 1), VERSION) {
                let row = serde_json::json!({"a": 3, "b": "unseen"});
                let rows = [serde_json::Map::new(), row.as_object().cloned().unwrap_or_default()];
                let model = super::super::Model { content };
                let _ = model.predict(&rows);
                let _ = model.explain(&rows);
            }
        }

        #[test]
        fn noise_never_panics(noise in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&noise);
            let _ = unpack(&noise, VERSION);
            let _ = unpack(&compress_to_vec_zlib(&noise, 1), VERSION);
        }
    }
}
