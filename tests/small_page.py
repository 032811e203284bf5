"""A page with one of everything that an exported document has."""

from __future__ import annotations

FOLDER = "https://book.org/en/"
NUMBER = '<a class="fact" href="numbers.html#size"><data value="600000000" data-fact="size">USD 0.6 billion</data></a>'
CITED = (
    '<span class="bibtex-citation">'
    '(<a href="references.html#source-a" title="A (2022). T. https://a.org/x">A</a>)</span>'
)
PAGE = f"""<html><body><p class="page-cutoff">Up to <time>26 November</time>.</p>
<article class="bd-article"><section id="market">
<div class="heading"><h1>Market</h1> <span class="heading-links"><a class="headerlink" href="#market">#</a></span></div>
<div class="cell tag_hide-input"><div class="cell_input"><pre>secret()</pre></div></div>
<div class="cell"><div class="cell_input"><pre>type_me()</pre></div></div>
<div class="source-note"><p>A (2022). T.</p></div>
<p>It is <strong>worth</strong> <span class="output">{NUMBER}</span>
in all {CITED}, see <a href="#tab-x">Table 1</a>.</p>
<div class="report-says admonition"><p class="admonition-title">Says</p><p>Little.</p></div>
<ul><li><p>One</p><ol><li><p>Deep</p></li></ol></li><li>Two</li></ul>
<table id="tab-x" aria-label="x"><caption>Table 1 Sizes<a class="headerlink" href="#tab-x">#</a></caption>
<thead><tr><th>Year</th><th>Size</th></tr></thead>
<tbody><tr><th id="row">2019</th><td><p>{NUMBER}</p> <span class="ledger-note">read</span></td></tr></tbody></table>
<figure id="fig-y"><div class="chart" data-chart="y"><div class="chart-view" role="img" aria-label="A line."><svg
xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10"><linearGradient/></svg></div>
<div class="chart-controls"></div>
<script>x</script>
<details><summary>Data</summary>
<table><thead><tr><th>A</th></tr></thead>
<tbody><tr><td>1</td></tr></tbody></table></details></div>
<p class="chart-files">Download</p><figcaption>
<p>Fig. 1 A line</p><div class="legend"><p>Source: us.</p></div></figcaption></figure>
</section></article></body></html>"""
