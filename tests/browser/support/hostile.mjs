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
];
