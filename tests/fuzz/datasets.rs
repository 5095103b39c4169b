use chronotope::dataset::Dataset;
use chronotope::dataset::DatasetReader;

use chronotope::domain::time::Day;
use chronotope::page_model::{Playback, dataset_frame};
use fastrand::Rng;

use crate::json::{JSON, VALUES};
use crate::{driver, mutate};

/// Mutates the reader's own data, in all dialects at once.
pub fn fuzz() {
    const SAMPLES: [&str; 2] = [
        r#"{"type":"FeatureCollection","name":"n","features":[
{"type":"Feature","properties":{"title":"a","start":"1905-01-01","end":-1640995200000},"geometry":{"type":"Point","coordinates":[12,51]}},
{"type":"Feature","when":{"timespans":[{"start":{"in":"-0218"},"end":{"earliest":"-0203","latest":"-0201~"}}]},"properties":{"name":"b"},"geometry":{"type":"LineString","coordinates":[[-1,37],[3,43],[7,45]]}},
{"type":"Feature","properties":{"times":["1917-11-07","1918","c. 1919"]},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}},
{"type":"Feature","id":7,"properties":{"coordTimes":["-0044-03-15","-0043-01-01"]},"geometry":{"type":"LineString","coordinates":[[12,41,0],[18,40,0]]}},
{"type":"Feature","properties":{"year":-43},"geometry":{"type":"GeometryCollection","geometries":["null",{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"when":{"timespans":[]}}]}},
{"type":"Feature","properties":{"date":"20 November 1903"},"geometry":null}]}"#,
        r#"{"type":"Feature","properties":{"from":"1900","to":".."},"geometry":{"type":"LineString","coordinates":[[0,45,0,-1893456000],[20,45,0,-1735689600]]}}"#,
    ];
    let make = |rng: &mut Rng| {
        let mut text: Vec<char> = rng.choice(SAMPLES).unwrap_or_default().chars().collect();
        for _ in 0..rng.usize(1..8) {
            if rng.bool() {
                mutate::text(rng, &mut text, &JSON);
            } else {
                mutate::value(rng, &mut text, ":", &VALUES);
            }
        }
        text.into_iter().collect::<String>().into_bytes()
    };
    driver::rounds("datasets", make, &|bytes| {
        let Ok(mut reader) = DatasetReader::new(bytes.to_vec()) else { return Ok(()) };
        while reader.progress() < 1.0 {
            reader.read(2);
        }
        check_dataset(&reader.finish())
    });
}

/// Does everything that the page asks of a dataset work?
fn check_dataset(dataset: &Dataset) -> Result<(), String> {
    for (id, record) in dataset.records.iter().enumerate() {
        if record.span.is_some_and(|(first, last)| first > last) {
            return Err(format!("record {id} ends before it begins"));
        }
        let vertices: usize = dataset.shape(id).iter().map(|p| dataset.vertices(p).len()).sum();
        if vertices == 0 && !dataset.shape(id).is_empty() {
            return Err(format!("record {id} has parts without points"));
        }
        if record.track_start.is_some() != dataset.track(id).is_some() {
            return Err(format!("record {id} is a track without days"));
        }
        for field in dataset.fields(id) {
            let _ = (field.value.text(), field.value.value());
        }
        let _ = dataset.at(id);
    }
    if dataset.rejected.iter().any(|rejected| rejected.reason.to_string().is_empty()) {
        return Err("rejected without a reason".to_owned());
    }
    let Some(life) = dataset_frame(dataset, "x") else { return Ok(()) };
    let (first, last) = (life.entry.first_day, life.entry.last_day);
    let events = dataset.index.events();
    for clock in
        [Playback::of_events(&events, first, last), Playback::equal_events(&events, first, last)]
    {
        if clock.day_at(clock.duration_s()) != last {
            return Err("play does not reach the end".to_owned());
        }
    }
    let all = dataset.index.count(dataset.index.shown(Day::MIN, Day::MAX));
    let dated = dataset.records.iter().filter(|record| record.span.is_some()).count();
    if all != dated { Err(format!("{all} shown of {dated} dated")) } else { Ok(()) }
}
