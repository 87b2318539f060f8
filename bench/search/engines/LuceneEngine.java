import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.phonetic.DoubleMetaphoneFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene, asked as measure_engine.ts tells: `java LuceneEngine.java PEOPLE_FILE FOLDER`.
 *
 * <p>For each word the best of: the word, the beginning of one (the last word only), two neighbours
 * written as one, the birth year, a word of the club. All words must match. Where fewer than ten
 * people have them all, also a fuzzy word with as many slips as Elasticsearch's AUTO gives it, one
 * of the same Double Metaphone code, and two typed words joined; then pieces of words.
 */
public final class LuceneEngine {
  static final int PAGE_SIZE = 10;
  static final int PROGRESS_EVERY = 200_000;

  static Analyzer sounds() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new WhitespaceTokenizer();
        return new TokenStreamComponents(words, new DoubleMetaphoneFilter(words, 6, false));
      }
    };
  }

  static Analyzer pieces() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new WhitespaceTokenizer();
        return new TokenStreamComponents(words, new NGramTokenFilter(words, 3, 3, false));
      }
    };
  }

  /** Two neighbours as one word: LE GOFF is looked for as legoff, too. */
  static Analyzer joined() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new WhitespaceTokenizer();
        var pairs = new ShingleFilter(words, 2, 2);
        pairs.setOutputUnigrams(false);
        pairs.setTokenSeparator("");
        return new TokenStreamComponents(words, pairs);
      }
    };
  }

  final Directory directory;
  final Analyzer sounds = sounds();
  final Analyzer pieces = pieces();
  IndexSearcher searcher;

  LuceneEngine(Path folder) throws IOException {
    directory = new MMapDirectory(folder);
  }

  void build(Path peopleFile) throws IOException {
    var analyzer =
        new PerFieldAnalyzerWrapper(
            new WhitespaceAnalyzer(),
            Map.of("sound", sounds, "piece", pieces, "joined", joined()));
    var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
    try (var writer = new IndexWriter(directory, config);
        var lines = Files.newBufferedReader(peopleFile)) {
      int count = 0;
      for (String line; (line = lines.readLine()) != null; ) {
        var fields = line.split("\t", -1);
        var person = new Document();
        person.add(new StoredField("id", fields[0]));
        for (var field : new String[] {"name", "sound", "piece", "joined"}) {
          person.add(new TextField(field, fields[2], Field.Store.NO));
        }
        person.add(new StringField("year", fields[3], Field.Store.NO));
        person.add(new TextField("club", fields[5], Field.Store.NO));
        writer.addDocument(person);
        if (++count % PROGRESS_EVERY == 0) System.err.println("  " + count + " people indexed");
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  static List<String> terms(Analyzer analyzer, String text) throws IOException {
    var terms = new ArrayList<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(term.toString());
      stream.end();
    }
    return terms;
  }

  static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }

  /** How far a person's words may be from those typed. */
  enum Stage {
    EXACT,
    FUZZY,
    PIECES
  }

  /** What may be meant by one word. */
  Query word(String word, boolean isLast, Stage stage) throws IOException {
    var ways = new ArrayList<Query>();
    ways.add(boosted(new TermQuery(new Term("name", word)), 4));
    ways.add(boosted(new TermQuery(new Term("joined", word)), 4));
    ways.add(boosted(new TermQuery(new Term("year", word)), 2));
    ways.add(boosted(new TermQuery(new Term("club", word)), 1));
    if (isLast) ways.add(boosted(new PrefixQuery(new Term("name", word)), 3));
    if (stage != Stage.EXACT) {
      int slips = word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
      if (slips > 0) ways.add(boosted(new FuzzyQuery(new Term("name", word), slips, 1), 2));
      for (var code : terms(sounds, word)) ways.add(new TermQuery(new Term("sound", code)));
    }
    if (stage == Stage.PIECES) {
      var all = new BooleanQuery.Builder();
      var grams = terms(pieces, word);
      for (var piece : grams) all.add(new TermQuery(new Term("piece", piece)), Occur.MUST);
      if (grams.size() > 0) ways.add(boosted(all.build(), 0.2f));
      else ways.add(boosted(new PrefixQuery(new Term("name", word)), 0.2f));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  Query all(List<String> words, Stage stage) throws IOException {
    var query = new BooleanQuery.Builder();
    for (int at = 0; at < words.size(); at++) {
      query.add(word(words.get(at), at == words.size() - 1, stage), Occur.MUST);
    }
    return query.build();
  }

  ScoreDoc[] find(List<String> words, Stage stage) throws IOException {
    var readings = new ArrayList<Query>();
    readings.add(all(words, stage));
    for (int at = 0; stage != Stage.EXACT && at + 1 < words.size(); at++) {
      var joined = new ArrayList<>(words);
      joined.set(at, words.get(at) + joined.remove(at + 1));
      readings.add(all(joined, Stage.EXACT));
    }
    return searcher.search(new DisjunctionMaxQuery(readings, 0), PAGE_SIZE).scoreDocs;
  }

  List<String> search(String text) throws IOException {
    var words = List.of(text.split(" "));
    var found = new LinkedHashSet<Integer>();
    for (var stage : Stage.values()) {
      if (found.size() >= PAGE_SIZE) break;
      for (var hit : find(words, stage)) found.add(hit.doc);
    }
    var ids = new ArrayList<String>();
    for (int doc : found) {
      if (ids.size() < PAGE_SIZE) ids.add(searcher.doc(doc, Set.of("id")).get("id"));
    }
    return ids;
  }

  public static void main(String[] args) throws IOException {
    var engine = new LuceneEngine(Path.of(args[1]));
    engine.build(Path.of(args[0]));
    System.out.println("built " + ProcessHandle.current().pid());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order; (order = in.readLine()) != null; ) {
      var numbers = order.split(" ");
      long allowed = Long.parseLong(numbers[0]) * 1_000_000_000L;
      var texts = new ArrayList<String>();
      for (int left = Integer.parseInt(numbers[1]); left > 0; left--) {
        texts.add(in.readLine().split("\t", -1)[1]);
      }
      var answers = new StringBuilder();
      long start = System.nanoTime();
      for (var text : texts) {
        long began = System.nanoTime();
        if (began - start > allowed) break;
        var ids = engine.search(text);
        long micros = (System.nanoTime() - began) / 1000;
        answers.append(micros).append('\t').append(String.join(" ", ids)).append('\n');
      }
      System.out.print(answers.append("done\n"));
      System.out.flush();
    }
  }
}
