//! From bytes to text: what is not UTF-8 text is named and refused.

use super::rules::{CsvError, CsvRule};

/// First bytes of formats that are sometimes uploaded under the name `.csv`.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"\x1F\x8B", "gzip-compressed"),
    (b"PK\x03\x04", "a ZIP archive or an Excel workbook"),
    (b"\x28\xB5\x2F\xFD", "zstd-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xFD7zXZ\x00", "xz-compressed"),
    (b"PAR1", "a Parquet file"),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook"),
    (b"%PDF-", "a PDF"),
];

/// The text of a CSV file, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, CsvError> {
    if let Some((_, format)) = SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        return Err(not_csv(
            format!("the file is {format}; save it as plain CSV"),
            None,
        ));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(not_csv(
            "the file is UTF-16; save it as UTF-8".into(),
            Some(1),
        ));
    }
    if let Some(position) = memchr::memchr(0, bytes) {
        let line = line_at(bytes, position);
        let detail = format!(
            "line {line} holds a NUL byte, so this is not a text file in UTF-8 (UTF-16 looks like \
             that); save it as UTF-8"
        );
        return Err(not_csv(detail, Some(line)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    if text.trim().is_empty() {
        return Err(CsvError {
            rule: CsvRule::EmptyFile,
            detail: "the file is empty; expected a header row and data rows".into(),
            line: None,
            column: None,
        });
    }
    Ok(text)
}

fn not_csv(detail: String, line: Option<u64>) -> CsvError {
    CsvError {
        rule: CsvRule::NotCsv,
        detail,
        line,
        column: None,
    }
}

fn not_utf8(bytes: &[u8], position: usize) -> CsvError {
    let line = line_at(bytes, position);
    let line_start = bytes[..position]
        .iter()
        .rposition(|&byte| byte == b'\n' || byte == b'\r')
        .map_or(0, |index| index + 1);
    CsvError {
        rule: CsvRule::NotUtf8,
        detail: format!(
            "byte {} of line {line} is 0x{:02X}, which is not UTF-8; if the file was saved as \
             Latin-1 or Windows-1252, save it as UTF-8",
            position - line_start + 1,
            bytes[position],
        ),
        line: Some(line),
        column: None,
    }
}

/// Line number, from 1, of a byte position; LF, CR LF and a lone CR each end a line.
fn line_at(bytes: &[u8], position: usize) -> u64 {
    1 + count_line_ends(&bytes[..position])
}

/// Line ends in a piece of text. A piece must not end between the two bytes of CR LF.
pub(crate) fn count_line_ends(bytes: &[u8]) -> u64 {
    let mut previous = 0;
    let mut count = 0;
    for &byte in bytes {
        count += u64::from(byte == b'\r' || (byte == b'\n' && previous != b'\r'));
        previous = byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(bytes: &[u8]) -> (CsvRule, Option<u64>) {
        let error = decode(bytes).expect_err("must be refused");
        (error.rule, error.line)
    }

    #[test]
    fn other_formats_are_named() {
        assert_eq!(rule(b"\x1F\x8B\x08\x00"), (CsvRule::NotCsv, None));
        assert_eq!(rule(b"\xFF\xFEa\x00,\x00"), (CsvRule::NotCsv, Some(1)));
        assert_eq!(rule(b"a,b\n1,\x002\n"), (CsvRule::NotCsv, Some(2)));
        assert_eq!(
            rule(b"a,b\r\n1,2\r\n3,caf\xE9\r\n"),
            (CsvRule::NotUtf8, Some(3))
        );
        assert_eq!(rule(b""), (CsvRule::EmptyFile, None));
        assert_eq!(rule(b"\xEF\xBB\xBF \r\n\n"), (CsvRule::EmptyFile, None));
    }

    #[test]
    fn the_bad_byte_is_located() {
        let error = decode(b"a,b\rx,y\rcaf\xE9,z").expect_err("must be refused");
        assert!(
            error.detail.starts_with("byte 4 of line 3 is 0xE9"),
            "{}",
            error.detail
        );
    }

    #[test]
    fn a_byte_order_mark_is_removed() {
        assert_eq!(decode(b"\xEF\xBB\xBFa,b"), Ok("a,b"));
    }
}
