//! Files made to hurt: each is accepted or refused for the exact reason at the exact place, in bounded memory.
//!
//! One test, because it watches the memory of the whole process.

use std::alloc::{GlobalAlloc, Layout, System};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use stint_engine::{
    ColumnKind, CsvRows, CsvRule, CsvRules, RejectionKind, TrainError, TrainRequest, WarningKind,
    profile_csv, train,
};

/// Counts what is allocated, and the most at any moment.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[expect(
    unsafe_code,
    reason = "an allocator can be watched in no other way; it only counts"
)]
// SAFETY: every call is passed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Memory that reading a file may take, besides what grows with it.
const FIXED_BYTES: usize = 1 << 16;
/// Memory for each byte of a file. The densest one, `1,\n`, has 8 bytes for each number, growing by doubling.
const BYTES_PER_BYTE: usize = 20;

/// What becomes of a file.
enum Fate {
    /// Rows, columns, and a warning if there must be one.
    Read(usize, usize, Option<WarningKind>),
    /// The rule, the line and the column.
    Refused(CsvRule, Option<u64>, Option<&'static str>),
}
use Fate::{Read, Refused};

/// Reads a file, watching memory.
fn check(name: &str, bytes: &[u8], fate: &Fate) {
    let rules = CsvRules::default();
    let before = NOW.load(Relaxed);
    MOST.store(before, Relaxed);
    let found = profile_csv(bytes, &rules);
    let most = MOST.load(Relaxed) - before;
    let bound = FIXED_BYTES + BYTES_PER_BYTE * bytes.len();
    assert!(
        most <= bound,
        "{name}: {most} bytes for a file of {}",
        bytes.len()
    );
    match (fate, found) {
        (Read(rows, columns, warning), Ok(profile)) => {
            assert_eq!(
                (profile.rows, profile.columns.len()),
                (*rows, *columns),
                "{name}"
            );
            let of_columns = profile.columns.iter().flat_map(|column| &column.warnings);
            let kinds: Vec<WarningKind> = of_columns
                .chain(&profile.warnings)
                .map(|warning| warning.kind)
                .collect();
            assert!(
                warning.is_none_or(|warning| kinds.contains(&warning)),
                "{name}: {kinds:?}"
            );
            // Row by row it is read the same way.
            let opened = CsvRows::open(bytes, &rules).expect("it was read before");
            assert_eq!(opened.filter_map(Result::ok).count(), *rows, "{name}");
        }
        (Refused(rule, line, column), Err(error)) => {
            let place = (error.rule, error.line, error.column.as_deref());
            assert_eq!(place, (*rule, *line, *column), "{name}: {error}");
            assert!(error.detail.len() > 20, "{name}: {error}");
        }
        (_, found) => panic!("{name}: {found:?}"),
    }
}

fn lines(header: &str, rows: usize, row: impl Fn(usize) -> String) -> Vec<u8> {
    let body: String = (0..rows).map(|index| row(index) + "\n").collect();
    format!("{header}\n{body}").into_bytes()
}

#[test]
fn each_is_read_or_refused_with_its_reason_and_place() {
    let utf16: Vec<u8> = "a,b\n1,2\n3,4\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [b"\xFF\xFE", &utf16[..]].concat();
    let long_name = format!("a,{}\n1,2\n3,4\n", "x".repeat(10_240));
    let long_cell = format!("a,b\n1,2\n3,{}\n", "x".repeat(32 * 1024 + 1));
    let wide = format!("{}x\n{}1\n", "x,".repeat(99_999), "1,".repeat(99_999));
    let cases: Vec<(&str, &[u8], Fate)> = vec![
        (
            "a byte order mark",
            b"\xEF\xBB\xBFa,b\n1,x\n2,y\n",
            Read(2, 2, None),
        ),
        (
            "CR, LF and CR LF mixed",
            b"a,b\r1,x\n2,y\r\n3,z\r",
            Read(3, 2, None),
        ),
        (
            "quotes across lines",
            b"a,b\n\"1\n\n2\",\"x \"\"y\"\"\r\nz\"\n3,4\n",
            Read(2, 2, None),
        ),
        (
            "an unterminated quote",
            b"a,b\n1,x\n2,\"y\n3,z\n",
            Refused(CsvRule::UnterminatedQuote, Some(3), Some("2")),
        ),
        (
            "a ragged row, short",
            b"a,b,c\n1,2,3\n4,5\n",
            Refused(CsvRule::RaggedRow, Some(3), Some("c")),
        ),
        (
            "a ragged row, long",
            b"a,b\n1,2\n\n3,4,5\n",
            Refused(CsvRule::RaggedRow, Some(4), Some("b")),
        ),
        (
            "a header twice",
            b"a,b,a\n1,2,3\n4,5,6\n",
            Refused(CsvRule::DuplicateName, Some(1), Some("3")),
        ),
        (
            "an empty header",
            b"a,,c\n1,2,3\n4,5,6\n",
            Refused(CsvRule::EmptyName, Some(1), Some("2")),
        ),
        (
            "a header of 10 kB",
            long_name.as_bytes(),
            Refused(CsvRule::NameTooLong, Some(1), Some("2")),
        ),
        (
            "a cell that is too long",
            long_cell.as_bytes(),
            Refused(CsvRule::CellTooLong, Some(3), Some("2")),
        ),
        (
            "100,000 columns and 1 row",
            wide.as_bytes(),
            Refused(CsvRule::TooManyColumns, Some(1), None),
        ),
        (
            "a NUL byte",
            b"a,b\n1,2\n3,\x004\n",
            Refused(CsvRule::NotCsv, Some(3), None),
        ),
        (
            "UTF-16 with its mark",
            &marked,
            Refused(CsvRule::NotCsv, Some(1), None),
        ),
        (
            "UTF-16 without",
            &utf16,
            Refused(CsvRule::NotCsv, Some(1), None),
        ),
        (
            "Latin-1",
            b"a,b\n1,x\n2,caf\xE9\n",
            Refused(CsvRule::NotUtf8, Some(3), None),
        ),
        (
            "1e400",
            b"a,b\n1e400,x\n2,y\n3,x\n",
            Read(3, 2, Some(WarningKind::OutOfRange)),
        ),
        (
            "-0, NaN and inf",
            b"a,b\n-0,x\nNaN,y\ninf,z\n",
            Read(3, 2, Some(WarningKind::OutOfRange)),
        ),
        (
            "decimal commas",
            b"a;b\n1,5;x\n2,25;y\n",
            Read(2, 2, Some(WarningKind::DecimalComma)),
        ),
        (
            "a constant column",
            b"a,b\n1,x\n1,y\n",
            Read(2, 2, Some(WarningKind::Constant)),
        ),
        (
            "a gzip called .csv",
            b"\x1F\x8B\x08\x00\x00\x00\x00\x00",
            Refused(CsvRule::NotCsv, None, None),
        ),
        (
            "formula cells",
            b"a,b\n=1+1,@x\n\"=cmd|' /C calc'!A0\",-y\n",
            Read(2, 2, None),
        ),
        (
            "an empty file",
            b"",
            Refused(CsvRule::EmptyFile, None, None),
        ),
        (
            "only a mark and blanks",
            b"\xEF\xBB\xBF \r\n\n",
            Refused(CsvRule::EmptyFile, None, None),
        ),
        (
            "only a header",
            b"a,b\n",
            Refused(CsvRule::TooFewRows, None, None),
        ),
        (
            "no header",
            b"1,2\n3,4\n5,6\n",
            Refused(CsvRule::MissingHeader, Some(1), None),
        ),
        (
            "mostly empty",
            b"a,b\n1,\n,\n,\n",
            Refused(CsvRule::TooManyEmpty, None, Some("b")),
        ),
    ];
    for (name, bytes, fate) in &cases {
        check(name, bytes, fate);
    }

    // Sizes: what is made for one case is freed before the next.
    let one_column = lines("a", 10_000_000, |_| "1".to_owned());
    check(
        "1 column and 10 million rows",
        &one_column,
        &Refused(CsvRule::TooFewColumns, Some(1), None),
    );
    let opened =
        CsvRows::open(&one_column, &CsvRules::default()).expect("enough for rows to predict");
    assert_eq!(opened.count(), 10_000_000);
    drop(one_column);
    let dense = lines("a,b", 2_000_000, |row| format!("{},", row % 10));
    check(
        "2 columns and 2 million short rows",
        &dense,
        &Read(2_000_000, 2, Some(WarningKind::AllMissing)),
    );
    drop(dense);
    let unique = lines("a,b", 300_000, |row| format!("word {row},{}", row % 7));
    check(
        "300,000 different words",
        &unique,
        &Read(300_000, 2, Some(WarningKind::FreeText)),
    );
    drop(unique);

    late_changes_of_type();
    hopeless_targets();
}

/// A column that looks like something for 50,000 rows and then is something else.
fn late_changes_of_type() {
    let rules = CsvRules::default();
    for (early, late, kind) in [
        ("17", "seventeen", ColumnKind::Categorical),
        ("17", "17.5", ColumnKind::Numeric),
        ("2024-02-29", "never", ColumnKind::Categorical),
        ("true", "perhaps", ColumnKind::Categorical),
        ("", "8", ColumnKind::Numeric),
    ] {
        let csv = lines("a,b", 50_001, |row| {
            format!("{},{}", if row < 50_000 { early } else { late }, row % 3)
        });
        check("a late change of type", &csv, &Read(50_001, 2, None));
        let column = &profile_csv(&csv, &rules).expect("sound").columns[0];
        assert_eq!(column.kind, kind, "{early} then {late}");
        // Nothing that came before the change is lost.
        let missing = if early.is_empty() { 50_000 } else { 0 };
        assert_eq!(column.missing, missing, "{early} then {late}");
        assert_eq!(
            column.unique,
            2 - usize::from(early.is_empty()),
            "{early} then {late}"
        );
        if kind == ColumnKind::Categorical {
            let counts: Vec<(&str, u64)> = column
                .top_values
                .iter()
                .map(|top| (top.value.as_str(), top.count))
                .collect();
            assert_eq!(counts, [(early, 50_000), (late, 1)]);
        }
    }
}

/// Files that are sound, with a target that nothing can be learnt about.
fn hopeless_targets() {
    let rules = CsvRules::default();
    let one_class = lines("x,y", 40, |row| format!("{row}.5,only"));
    let profile = profile_csv(&one_class, &rules).expect("sound");
    let request = TrainRequest {
        target: Some("y".to_owned()),
        ..TrainRequest::default()
    };
    let spec = request.resolve(&profile.schema(), profile.rows);
    match spec {
        // Refused before the job, or by the trainer.
        Err(errors) => assert!(
            errors.iter().any(|error| error.pointer == "/target"),
            "{errors:?}"
        ),
        Ok(spec) => match train(
            &one_class,
            &rules,
            &spec,
            &mut |_| ControlFlow::Continue(()),
        ) {
            Err(TrainError::Rejected(rejection)) => {
                assert_eq!(rejection.kind, RejectionKind::OneClass)
            }
            other => panic!("{other:?}"),
        },
    }
    let unique = lines("x,y", 40, |row| format!("{row}.5,name{row}"));
    let profile = profile_csv(&unique, &rules).expect("sound");
    let errors = request
        .resolve(&profile.schema(), profile.rows)
        .expect_err("nothing to learn");
    assert_eq!(errors[0].pointer, "/target");
    assert!(errors[0].detail.contains("are different"), "{errors:?}");
}
