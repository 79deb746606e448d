//! Writes what the fuzzer starts from to `corpus/`: examples of each kind of input.

use std::error::Error;
use std::fs;
use std::path::Path;

use miniz_oxide::inflate::decompress_to_vec_zlib;
use stint_engine::Model;

#[path = "../models.rs"]
mod models;

/// Where the packed content of a model file starts.
const HEADER: usize = 42;

const CSV: [(&str, &[u8]); 8] = [
    ("plain", b"a,b\n1,x\n2,y\n3,x\n4,y\n"),
    (
        "quoted",
        b"\xEF\xBB\xBFa;\"b \"\"c\"\"\"\r\n1,5;\"x\r\ny\"\r\n2,5;z\r\n",
    ),
    (
        "dates",
        b"when\tvalue\n2024-02-29T23:59:60Z\t1e400\n1950-01-01\t-0\n31.12.1999 10:30\t7\n",
    ),
    ("late", b"a|b\n1|2024-01-01\n2|\nNaN|x\nword|3\n"),
    ("unterminated", b"a,b\n\"1,x\n2,y\n"),
    ("ragged", b"a,b\n1\n2,3,4\n"),
    ("utf16", b"\xFF\xFEa\0,\0b\0\n\0"),
    ("latin1", b"a,b\ncaf\xE9,1\nx,2\n"),
];

const ROWS: [(&str, &str); 4] = [
    ("empty", "[{}]"),
    (
        "whole",
        r#"[{"number":3,"word":"red","flag":true,"when":"2024-01-09 10:30","class":"low","amount":1.5}]"#,
    ),
    (
        "odd",
        r#"[{"number":"1e308","word":"never seen","flag":"YES","when":"1600-02-29"},{"number":null}]"#,
    ),
    (
        "wrong",
        r#"[{"number":"many","when":5,"unknown":1,"word":[]}]"#,
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (name, bytes) in CSV {
        write(&corpus, "csv", name, bytes)?;
    }
    for (name, text) in ROWS {
        write(&corpus, "rows", name, text.as_bytes())?;
    }
    for family in 0..11_u8 {
        for (kind, target) in [("class", "y"), ("number", "7")] {
            let rows: String = (0..24_usize)
                .map(|row| {
                    let target = if target == "y" {
                        ["x", "y"][row % 2].to_owned()
                    } else {
                        (row * 5 % 13).to_string()
                    };
                    format!(
                        "{},{},2024-01-{:02},{target}\n",
                        row * 7 % 11,
                        ["red", "", "blue"][row % 3],
                        1 + row
                    )
                })
                .collect();
            let bytes = [
                &[family, family, 128],
                b"a,b,c,d\n".as_slice(),
                rows.as_bytes(),
            ]
            .concat();
            write(&corpus, "train", &format!("{kind}-{family}"), &bytes)?;
        }
    }
    let head = models::head();
    for (index, model) in models::trained().into_iter().enumerate() {
        let content = decompress_to_vec_zlib(&model.to_bytes()[HEADER..])
            .map_err(|error| error.to_string())?;
        // Else the fuzzer would never get beyond the checksum.
        assert!(Model::from_bytes(&models::file(&head, &content)).is_ok());
        write(&corpus, "model", &index.to_string(), &content)?;
    }
    Ok(())
}

fn write(corpus: &Path, target: &str, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let folder = corpus.join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), bytes)
}
