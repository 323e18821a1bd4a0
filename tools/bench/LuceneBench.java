// Lucene beside this program: the same documents, questions and work. One line of JSON a measurement.
//
//   java -cp … LuceneBench.java index DOCUMENTS INDEX own|dutch
//   java -cp … LuceneBench.java query INDEX QUERIES own|dutch
// `dutch`: DutchAnalyzer on title and text. `own`: the terms of this program's analysis, so that totals are the same.
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.store.FSDirectory;

public class LuceneBench {
  static final String[] FACETS = {"thema", "gemeente", "oplossing"};
  static final int WARM_UP = 4;

  static Analyzer analyzer(String which) {
    return which.equals("own") ? new WhitespaceAnalyzer() : new DutchAnalyzer();
  }

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (String facet : FACETS) config.setMultiValued(facet, true);
    return config;
  }

  static double memoryMb(String which) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith(which)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    return 0;
  }

  static void index(String documents, String path, String which) throws Exception {
    long start = System.nanoTime();
    int threads = Runtime.getRuntime().availableProcessors();
    IndexWriterConfig settings = new IndexWriterConfig(analyzer(which));
    settings.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    FacetsConfig config = config();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(path)), settings);
        BufferedReader in = Files.newBufferedReader(Path.of(documents))) {
      ArrayBlockingQueue<String> lines = new ArrayBlockingQueue<>(1000);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread worker = new Thread(() -> {
          try {
            for (String line = lines.take(); !line.isEmpty(); line = lines.take()) {
              String[] fields = Arrays.copyOf(line.split("\t", -1), 7);
              Document document = new Document();
              document.add(new StringField("id", fields[0], Field.Store.YES));
              document.add(new StoredField("title", fields[1]));
              document.add(new StoredField("body", fields[2]));
              document.add(new TextField("text", which.equals("own") ? fields[3] : fields[1] + "\n" + fields[2], Field.Store.NO));
              for (int f = 0; f < 3; f++)
                for (String value : fields[4 + f].split(" "))
                  if (!value.isEmpty()) document.add(new SortedSetDocValuesFacetField(FACETS[f], value));
              writer.addDocument(config.build(document));
            }
          } catch (Exception error) {
            throw new RuntimeException(error);
          }
        });
        worker.start();
        workers.add(worker);
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) lines.put(line);
      for (int i = 0; i < threads; i++) lines.put("");
      for (Thread worker : workers) worker.join();
      writer.forceMerge(1);
      writer.commit();
    }
    System.out.printf(Locale.ROOT, "{\"engine\":\"%s\",\"mode\":\"index\",\"seconds\":%.2f,\"peak_mb\":%.1f}%n", name(which),
        (System.nanoTime() - start) / 1e9, memoryMb("VmHWM"));
  }

  static String name(String which) { return which.equals("own") ? "lucene, own terms" : "lucene"; }

  static Query query(String[] fields, String which, Analyzer analyzer) throws Exception {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (which.equals("own")) {
      for (String term : fields[3].trim().split(" ")) any.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD);
    } else {
      try (TokenStream tokens = analyzer.tokenStream("text", fields[0])) {
        CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) any.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
        tokens.end();
      }
    }
    return any.build();
  }

  static void query(String path, String queries, String which) throws Exception {
    Analyzer analyzer = analyzer(which);
    FacetsConfig config = config();
    List<String[]> asked = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(queries))) {
      String[] fields = line.split("\t", -1);
      if (fields[0].contains(" ")) asked.add(fields);
    }
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(path)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      DefaultSortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
      long sink = 0;
      for (String mode : new String[] {"i", "ii", "iii", "iii, plain filter"}) {
        double[] times = new double[asked.size()];
        long hits = 0;
        for (int pass = 0; pass <= WARM_UP; pass++) {
          hits = 0;
          for (int i = 0; i < times.length; i++) {
            String[] fields = asked.get(i);
            long start = System.nanoTime();
            Query query = query(fields, which, analyzer);
            if (mode.startsWith("iii")) {
              DrillDownQuery drill = new DrillDownQuery(config, query);
              drill.add(fields[1], fields[2]);
              query = drill;
            }
            ScoreDoc[] best;
            if (mode.equals("i")) {
              TopDocs top = searcher.search(query, 10);
              best = top.scoreDocs;
              hits += top.totalHits.value;
            } else {
              Facets counts;
              if (mode.equals("iii")) { // the counts of a facet leave its own selection out, as this program's do
                DrillSideways.DrillSidewaysResult found = new DrillSideways(searcher, config, state).search((DrillDownQuery) query, 10);
                best = found.hits.scoreDocs;
                hits += found.hits.totalHits.value;
                counts = found.facets;
              } else {
                FacetsCollector facets = new FacetsCollector();
                TopScoreDocCollector top = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
                searcher.search(query, MultiCollector.wrap(top, facets));
                TopDocs found = top.topDocs();
                best = found.scoreDocs;
                hits += found.totalHits.value;
                counts = new SortedSetDocValuesFacetCounts(state, facets);
              }
              for (String facet : FACETS) {
                var children = counts.getTopChildren(1000, facet);
                if (children != null) sink += children.labelValues.length;
              }
            }
            for (ScoreDoc hit : best) {
              Document document = searcher.doc(hit.doc);
              sink += document.get("title").length() + document.get("body").length();
            }
            times[i] = (System.nanoTime() - start) / 1e6;
          }
        }
        double sum = 0;
        for (double time : times) sum += time;
        Arrays.sort(times);
        int last = times.length - 1;
        System.out.printf(Locale.ROOT,
            "{\"engine\":\"%s\",\"mode\":\"%s\",\"p50\":%.4f,\"p95\":%.4f,\"p99\":%.4f,\"mean\":%.4f,\"hits\":%.1f,\"resident_mb\":%.1f,\"sink\":%d}%n",
            name(which), mode, times[(int) (.5 * last)], times[(int) (.95 * last)], times[(int) (.99 * last)], sum / times.length,
            (double) hits / times.length, memoryMb("VmRSS"), sink);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("index")) index(arguments[1], arguments[2], arguments[3]);
    else query(arguments[1], arguments[2], arguments[3]);
  }
}
