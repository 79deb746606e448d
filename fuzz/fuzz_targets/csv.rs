//! Any bytes as a CSV: profiled, and read row by row, under the default rules and under strict ones.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stint_engine::{CsvRows, CsvRules, profile_csv};

fuzz_target!(|bytes: &[u8]| {
    let strict = CsvRules {
        min_data_rows: 0,
        max_empty_ratio: 1.0,
        max_columns: 8,
        max_cell_bytes: 64,
        max_name_bytes: 16,
    };
    for rules in [CsvRules::default(), strict] {
        let profile = profile_csv(bytes, &rules);
        let Ok(rows) = CsvRows::open(bytes, &rules) else {
            assert!(
                profile.is_err(),
                "a file that cannot be opened was profiled"
            );
            continue;
        };
        let width = rows.names().len();
        let mut count = 0;
        for row in rows {
            let Ok(row) = row else {
                assert!(profile.is_err(), "a file with a broken row was profiled");
                return;
            };
            assert_eq!(row.cells.len(), width);
            count += 1;
        }
        if let Ok(profile) = profile {
            assert_eq!((profile.rows, profile.columns.len()), (count, width));
            serde_json::to_string(&profile).expect("a profile is JSON");
        }
    }
});
