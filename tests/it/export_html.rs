//! `chronotope export --to html`: a life as a page in one file. The page is a small
//! model of a release build.

use crate::support::Project;
use serde_json::Value;

const INDEX: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'" />
    <title>Another Life · Chronotope</title>
    <link rel="icon" href="./icon-1.svg" integrity="sha384-x"/>
    <link rel="stylesheet" href="./page-1.css" integrity="sha384-x"/>
    <script src="./leaflet-1.js" integrity="sha384-x"></script>
    <script src="./update-1.js" integrity="sha384-x"></script>
<script type="module">
import init, * as bindings from './viewer-1.js';
const wasm = await init({ module_or_path: './viewer-1_bg.wasm' });
</script>
  <link rel="modulepreload" href="./viewer-1.js" crossorigin="anonymous" integrity="sha384-x"><link rel="preload" href="./viewer-1_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
  <body>
    <div id="help" popover="auto" hidden><p>“Help” & more</p></div>
    <!-- Shown by update.js -->
    <div id="update" hidden><span hidden>A newer version</span></div>
    <main id="app">
      <noscript><p>See the folder <a href="data/lives.json">data</a>.</p></noscript>
      <article class="itinerary"><h1>Another Life</h1></article>
    </main>
  </body>
</html>
"#;

const FILES: [(&str, &str); 6] = [
    ("icon-1.svg", "<svg/>"),
    ("page-1.css", "a { color: red; background: url(a.png) }\n"),
    ("leaflet-1.js", "const text = \"</script><!--\";\n//# sourceMappingURL=leaflet.js.map"),
    ("update-1.js", "serviceWorker.register('offline.js')"),
    ("viewer-1.js", "async function go() {}export{initSync,go as default};"),
    ("viewer-1_bg.wasm", "\0asm"),
];

/// The tiny life, built, beside a page.
fn project(edit: impl Fn(&Project)) -> Project {
    let project = Project::tiny();
    edit(&project);
    project.chronotope(&["build"]).assert().success();
    // The tiny project has no base map of its own.
    std::fs::create_dir_all(project.path("data/basemap")).unwrap();
    project.write("data/basemap/natural-earth.topojson", r#"{"type": "Topology"}"#);
    std::fs::create_dir(project.path("dist")).unwrap();
    project.write("dist/index.html", INDEX);
    for (name, content) in FILES {
        project.write(&format!("dist/{name}"), content);
    }
    project
}

fn export(project: &Project) -> String {
    let assert = project.chronotope(&["export", "marta", "--to", "html"]).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// The text between two strings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    rest.split_once(to).unwrap().0
}

fn refused(project: &Project, arguments: &[&str], code: i32) -> String {
    let all = [&["export", "marta", "--to"], arguments].concat();
    let assert = project.chronotope(&all).assert().code(code);
    assert!(assert.get_output().stdout.is_empty());
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

#[test]
fn everything_is_in_the_file_and_nothing_leads_to_others() {
    let project = project(|_| ());
    let page = export(&project);
    for gone in
        [" src=", "serviceWorker", "update", "preload", "sourceMapping", "integrity", "<!--"]
    {
        assert!(!page.contains(gone), "{gone}");
    }
    for part in page.split("href=\"").skip(1) {
        let address = part.split('"').next().unwrap();
        let own = ["#", "data:", "https://"].iter().any(|begin| address.starts_with(begin));
        assert!(own, "{address}");
    }
    assert!(!page.contains("url(a.png)"));
    assert!(page.contains("<style>a { color: red; background: none }\n</style>"));
    assert!(page.contains("<link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\" />"));
    assert!(page.contains(" id=\"program\">AGFzbQ==</script>"));
    assert!(page.contains("const start = go;\n"));
    assert!(page.contains("“Help” & more"));
    assert!(page.contains("<title>Marta Vale · Chronotope</title>"));
    assert!(!page.contains("Another Life"));
    assert!(page.contains(&project.read("data/marta/itinerary.html")));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    assert_eq!(policy.matches("'sha256-").count(), 3 + 2, "{policy}");
    assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'none'"));
    assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
    assert_eq!(page, export(&project), "the same each time");
}

#[test]
fn markup_in_the_data_of_a_life_stays_data() {
    let evil = "</script><!--<script>alert(1)</script> born in Aldby";
    let project = project(|project| {
        let text = "seeds/lives/marta/text.txt";
        project.edit(text, "Marta Vale was born in Aldby", evil);
        project.edit("seeds/lives/marta/itinerary.toml", "born in Aldby", evil);
    });
    let page = export(&project);
    assert!(!page.contains("alert(1)<"));
    let json = |path: &str| -> Value {
        let from = format!("<script type=\"application/json\" id=\"data/{path}\">");
        serde_json::from_str(between(&page, &from, "</script>")).unwrap()
    };
    let lives = json("lives.json");
    assert_eq!(lives.as_array().unwrap().len(), 1);
    assert_eq!(lives[0]["id"], "marta");
    assert!(lives[0]["files"].get("downloads").is_none_or(|all| all == &Value::Array(vec![])));
    for key in ["places", "itinerary", "text"] {
        let path = lives[0]["files"][key].as_str().unwrap();
        let built: Value = serde_json::from_str(&project.read(&format!("data/{path}"))).unwrap();
        assert_eq!(json(path), built);
    }
    assert!(json("marta/text.json").to_string().contains(evil));
    assert_eq!(json("basemap/natural-earth.topojson")["type"], "Topology");
}

#[test]
fn without_a_page_there_is_one_clear_message() {
    let project = project(|_| ());
    let said = refused(&project, &["html", "--page", "nowhere"], 1);
    assert!(said.contains("nowhere") && said.contains("index.html"), "{said}");
    assert!(said.contains("script/build") && said.lines().count() == 1, "{said}");
    for (name, from, to) in [
        ("index.html", "http-equiv=\"Content-Security-Policy\"", "name=\"theme\""),
        ("index.html", "rel=\"modulepreload\"", "rel=\"other\""),
        ("index.html", "<article class=\"itinerary\"><h1>Another Life</h1></article>", ""),
        ("index.html", "</body>", "<!--"),
        ("index.html", "./page-1.css", "./page-2.css"),
        ("viewer-1.js", "go as default", "go"),
        ("viewer-1.js", "async", "import './more.js';\nasync"),
    ] {
        let file = format!("dist/{name}");
        let before = project.read(&file);
        project.edit(&file, from, to);
        let said = refused(&project, &["html"], 1);
        let names = if to.contains("page-2") { "page-2.css" } else { name };
        assert!(said.contains(names) && said.lines().count() == 1, "{from}: {said}");
        project.write(&file, before);
    }
    let said = refused(&project, &["csv", "--page", "dist"], 2);
    assert!(said.contains("--page"), "{said}");
}

#[test]
fn a_file_of_the_data_that_is_missing_or_broken_is_named() {
    let project = project(|_| ());
    std::fs::remove_file(project.path("data/marta/itinerary.html")).unwrap();
    assert!(refused(&project, &["html"], 1).contains("itinerary.html"));
    project.write("data/marta/text.json", "{\"a\": ");
    assert!(refused(&project, &["html"], 1).contains("text.json"));
    std::fs::remove_file(project.path("data/marta/text.json")).unwrap();
    assert!(refused(&project, &["html"], 1).contains("text.json"));
}
