//! A data set with whatever is awkward: every kind of column, missing cells of each, names like those of
//! outputs, many categories, dates before 1970, large offsets.

use std::fmt::Write;

/// What can be predicted: three classes, two classes, a number.
pub(crate) const TARGETS: [&str; 3] = ["kind", "won", "price"];

const ROWS: u32 = 500;

const HEADER: &str = "label,prediction,stint_x,\"height, m²\",offset,city,colour,member,alive,when,born,\
                      kind,won,price\n";

/// The file.
pub(crate) fn csv() -> String {
    let mut text = HEADER.to_owned();
    let mut random = Random(1);
    for row in 0..ROWS {
        write_row(&mut text, row, &mut random).expect("writing to a string cannot fail");
    }
    text
}

fn write_row(text: &mut String, row: u32, random: &mut Random) -> std::fmt::Result {
    let [label, height, offset] = [random.unit(), random.unit(), random.unit()];
    let (city, colour, member) = (random.below(80), random.below(4), random.below(3));
    let (year, month, day) = (
        1950 + random.below(80),
        1 + random.below(12),
        1 + random.below(28),
    );
    let hour = random.below(24);
    let score = 3.0 * label - 2.0 * height
        + f64::from(city % 3)
        + f64::from(u32::from(member == 0))
        + f64::from(month) / 6.0
        + f64::from(u32::from(hour > 12))
        + random.unit();
    let cell = |missing: bool, cell: String| if missing { String::new() } else { cell };
    let cells = [
        cell(row.is_multiple_of(11), format!("{label:.4}")),
        cell(row == 5, format!("{}", row * row % 97)),
        format!("{:e}", 1e-7 * (label - offset)),
        cell(row % 17 == 3, format!("{:.2}", 1.0 + height)),
        format!("{:.3}", 1_000_000.0 + 10.0 * offset),
        cell(row.is_multiple_of(13), format!("City {}", city * city / 80)),
        cell(
            row % 9 == 4,
            ["red", "Green", "blue, dark", "très \"vif\""][colour as usize].into(),
        ),
        cell(member == 2, ["Yes", "No", ""][member as usize].into()),
        ["true", "false"][(colour % 2) as usize].to_owned(),
        cell(
            row % 8 == 1,
            format!("{year}-{month:02}-{day:02} {hour:02}:{:02}:30.25", day + 20),
        ),
        cell(
            row == 8,
            format!("{day:02}.{month:02}.{}", 1880 + (city + row) % 130),
        ),
        ["low", "middle", "high"][if score < 2.5 {
            0
        } else {
            usize::from(score > 4.0) + 1
        }]
        .to_owned(),
        u32::from(score > 3.0).to_string(),
        format!("{:.2}", 250_000.0 + 40_000.0 * score),
    ];
    let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    writeln!(text, "{}", quoted.join(","))
}

/// Knuth's linear congruential generator: numbers that look random are all that is needed.
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f64 {
        f64::from(self.below(1 << 20)) / f64::from(1_u32 << 20)
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}
