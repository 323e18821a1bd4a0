// Documents that try to do something to whoever reads them. Each attempt would set window.hacked, ask for something or open a dialog.
const kAttack = `<script>window.hacked=1;alert(1)</script><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1">`;

export const kHostileDocuments = [
  {
    id: "vijandig-1",
    title: `Vijandig ${kAttack}`,
    text: `Vijandig en kwaadaardig ${kAttack} in de tekst.\n\n## Kop ${kAttack}\n\nKwaadaardig </p></section></article><script>window.hacked=1</script> en [klik](javascript:window.hacked=1).\n\n` +
      `## "><script>window.hacked=1</script>\n\n{{{title}}} {{> head}} <mark>kwaadaardig</mark> <!-- --> ]]>`,
    kind: "verslag",
    date: "2025-01-02",
    session: `"><script>window.hacked=1</script>`,
    themes: [`"><img src=x onerror="window.hacked=1">`],
    municipalities: [kAttack],
    solutions: [`' onfocus='window.hacked=1' autofocus='`],
  },
  {
    id: `a/b"><script>window.hacked=1</script>?&#../x`,
    title: `"' onmouseover="window.hacked=1" x="`,
    text: `Vijandig en kwaadaardig, met een vreemd kenmerk.`,
    date: "2025-01-03",
  },
  {
    id: "vijandig-3",
    // Turns the line around, draws itself over others, and is made of parts that stand outside the first 65,536 characters.
    title: "Vijandig \u202Eretxam\u202C \u200F\u2067שלום\u2069 \u0000👩‍👩‍👧‍👦🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    text: "Kwaadaardig \u202Eretxam\u202C 🎉 en \u2066verder\u2069.\n\n## Kop \u202E🎉\n\n- 13.20 uur \u202Euur\n- 13.30 uur 🎉",
    kind: "aankondiging",
    date: "2025-01-04",
    session: "\u202E🎉 sessie",
    themes: ["\u202E🎉 thema"],
    municipalities: ["\u202E🎉 gemeente"],
    solutions: ["\u202E🎉 oplossing"],
  },
  {
    id: "vijandig-4",
    title: `Vijandig ${"x".repeat(10_000)}`,
    text: `Kwaadaardig ${"y".repeat(10_000)}\n\n## ${"z".repeat(10_000)}\n\nKwaadaardig ${"w ".repeat(5_000)}`,
    kind: "verslag",
    date: "2025-01-05",
    session: "s".repeat(10_000),
    themes: ["t".repeat(200)],
    municipalities: ["g".repeat(200)],
    solutions: ["o".repeat(200)],
  },
];

/** What is kept of a value: nothing that turns the line around. */
const kept = (value) => value.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, "").trim();

/** The pages on which something of these documents stands. */
export const kHostilePages = [
  "/", "/zoeken", "/zoeken?q=vijandig", "/zoeken?q=kwaadaardig&sorteer=oudste", "/themas", "/oplossingen", "/gemeenten", "/gemeenten?groep=eenheid", "/overzicht",
  "/bijeenkomsten", "/beleidsboek/2025-H1",
  ...kHostileDocuments.flatMap(({ id, session, themes, solutions, municipalities }) => [
    `/documenten/${encodeURIComponent(id)}?q=kwaadaardig`,
    `/documenten/${encodeURIComponent(id)}/melden?veld=thema&waarde=${encodeURIComponent(themes?.[0] ?? kAttack)}`,
    ...(session && session.length < 1000 ? [`/bijeenkomsten/${encodeURIComponent(kept(session))}`] : []),
    ...(themes ? [`/themas/${encodeURIComponent(kept(themes[0]))}`, `/oplossingen/${encodeURIComponent(kept(solutions[0]))}`, `/gemeenten/${encodeURIComponent(kept(municipalities[0]))}`,
      `/zoeken?thema=${encodeURIComponent(themes[0])}&gemeente=${encodeURIComponent(municipalities[0])}`] : []),
  ]),
];
