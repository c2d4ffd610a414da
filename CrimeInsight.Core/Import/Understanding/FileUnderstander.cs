using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>Says what a file is from its beginning, middle and end: a file of gigabytes takes no longer than one of megabytes.</summary>
public static class FileUnderstander
{
    private const int MostTitles = 30, MostExamples = 5, MostOdd = 5, MostCandidates = 60, MostShownChars = 200;

    // A cell too many or too few is odder than any value.
    private const double CellOddness = 20;

    private static readonly char[] s_delimiters = [',', ';', '\t', '|'];

    /// <param name="content">Any format of data, read from its position.</param>
    /// <param name="encoding">Where it is known.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <exception cref="ImportRefusedException">Empty, or not separated text.</exception>
    public static FileUnderstanding Read(Stream content, string? encoding = null, DataFileChoice? choice = null) =>
        Read(FileGlance.Of(content, choice), encoding);

    /// <inheritdoc cref="Read(Stream, string?, DataFileChoice?)"/>
    public static FileUnderstanding Read(FileGlance glance, string? encoding)
    {
        var sample = FileSample.Read(glance, encoding);
        var (delimiter, columns, share) = Delimiter(sample.Beginning);
        if (columns < 2)
            throw new ImportRefusedException(FileProblem.DelimiterUnknown, Shown(sample.Beginning.Split('\n')[0]), "");
        var rows = new CsvRecordReader(new StringReader(sample.Beginning)) { Delimiter = delimiter };
        var header = Header(rows, columns);
        rows.ExpectedCells = header.Names.Length;
        var observers = header.Names.Select(name => new ColumnObserver(name)).ToArray();
        var tally = new RowTally(delimiter, [.. header.Names.Select(PersonalData.IsWithheld)]);
        Observe(rows, header.Names, observers, tally);
        tally.IsBeginning = false;
        foreach (var text in sample.Others)
            Observe(new CsvRecordReader(new StringReader(text)) { Delimiter = delimiter, ExpectedCells = header.Names.Length }, header.Names, observers, tally);
        ColumnUnderstanding[] understood = [.. observers.Select(observer => observer.Close())];
        return new FileUnderstanding
        {
            Encoding = sample.Encoding,
            IsConverted = glance.IsConverted,
            CountsFrom1904 = glance.CountsFrom1904,
            Delimiter = delimiter,
            DelimiterShare = share,
            HeaderRow = (int)header.Row,
            HeaderRows = header.Rows,
            Titles = [.. header.Titles],
            Columns = [.. understood],
            RowsSeen = tally.Rows,
            IsWhole = sample.IsWhole,
            BytesRead = glance.IsWhole ? null : glance.Content.Length,
            Footers = tally.Footers,
            FooterExamples = [.. tally.FooterExamples],
            CountColumns = CountColumns(understood),
            Oddest = [.. tally.Oddest()],
        };
    }

    // The delimiter by which most lines have the same number of columns, and the more of them the better.
    private static (char Delimiter, int Columns, double Share) Delimiter(string text)
    {
        var best = (Delimiter: ',', Columns: 1, Share: 0.0);
        foreach (var delimiter in s_delimiters)
        {
            var reader = new CsvRecordReader(new StringReader(text)) { Delimiter = delimiter };
            List<int> counts = [];
            while (counts.Count < 2000 && reader.Read())
                if (reader.Fault == CsvFault.None)
                    counts.Add(reader.Current.CellCount);
            if (counts.Count == 0)
                continue;
            var most = counts.CountBy(count => count).OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).First();
            var share = most.Value / (double)counts.Count;
            if (most.Key > 1 && share * Math.Log2(most.Key + 1) > best.Share * Math.Log2(best.Columns + 1))
                best = (delimiter, most.Key, share);
        }

        return best;
    }

    // The first row that is nearly full of words; what stands above are titles. A second row of words under blanks divides it.
    private static (string[] Names, long Row, int Rows, List<string> Titles) Header(CsvRecordReader reader, int columns)
    {
        List<string> titles = [];
        for (var i = 0; i < MostTitles && reader.Read(); i++)
        {
            string[] cells = reader.Fault == CsvFault.None ? [.. reader.Cells().Select(cell => cell.Trim('\uFEFF', ' '))] : [];
            var filled = cells.Count(cell => cell.Length > 0);
            if (cells.Length >= columns - 1 && filled * 2 > columns && filled > 1)
                return Divide(reader, [.. cells, .. Enumerable.Repeat("", Math.Max(0, columns - cells.Length))], titles);
            titles.Add(Shown(string.Join(" ", cells.Where(cell => cell.Length > 0))));
        }

        throw new ImportRefusedException(FileProblem.HeaderOnly);
    }

    private static (string[] Names, long Row, int Rows, List<string> Titles) Divide(CsvRecordReader reader, string[] cells, List<string> titles)
    {
        var row = reader.Row;
        if (Array.TrueForAll(cells, cell => cell.Length > 0))
            return (cells, row, 1, titles);
        var peek = reader.Peek();
        if (!peek.Read() || peek.Fault != CsvFault.None)
            return (cells, row, 1, titles);
        var below = peek.Cells();
        // What is merged down names its column twice; a name that stands anew below a blank or another divides what is above it.
        var fills = Enumerable.Range(0, Math.Min(cells.Length, below.Length)).Any(i => cells[i].Length == 0 && below[i].Length > 0);
        if (!fills || below.Any(cell => cell.AsSpan().ContainsAnyInRange('0', '9')))
            return (cells, row, 1, titles);
        reader.Read();
        return (HeaderFinder.Join(cells, below), row, 2, titles);
    }

    private static void Observe(CsvRecordReader rows, string[] header, ColumnObserver[] observers, RowTally tally)
    {
        while (rows.Read())
        {
            var row = rows.Current;
            if (FooterRule.IsFooter(row, header))
            {
                tally.Footers++;
                if (tally.FooterExamples.Count < MostExamples)
                    tally.FooterExamples.Add(Shown(row.Text));
                continue;
            }

            tally.Rows++;
            var filled = 0;
            for (var i = 0; i < Math.Min(row.CellCount, observers.Length); i++)
            {
                observers[i].Add(row[i]);
                filled += row[i].IsEmpty ? 0 : 1;
            }

            tally.Note(row, filled);
        }
    }

    private static int CountColumns(ColumnUnderstanding[] columns)
    {
        if (columns.Any(column => column.Kind is ValueKind.Date or ValueKind.Coordinate or ValueKind.Point))
            return 0;
        var counts = columns.Count(column => column.Kind == ValueKind.Number);
        return counts > 0 && (counts > 3 || columns.Any(column => column.Kind == ValueKind.Year)) ? counts : 0;
    }

    private static string Shown(ReadOnlySpan<char> text)
    {
        var line = text.Trim();
        return line.Length <= MostShownChars ? line.ToString() : string.Concat(line[..MostShownChars], "…");
    }

    private sealed class RowTally(char delimiter, bool[] isPersonal)
    {
        private readonly bool _hasPersonal = isPersonal.Contains(true);

        /// <summary>Rows are counted from the file's beginning.</summary>
        public bool IsBeginning { get; set; } = true;

        /// <summary>What cells of each column usually look like.</summary>
        public ColumnHabit[] Habits { get; } = [.. isPersonal.Select(_ => new ColumnHabit())];

        public long Rows { get; set; }

        public long Footers { get; set; }

        public List<string> FooterExamples { get; } = [];

        private readonly List<(double Oddness, OddRow Row, string[] Cells)> _candidates = [];
        private readonly List<(double Oddness, OddRow Row, string[] Cells)> _first = [];

        /// <summary>The oddest rows by the habits of all cells seen, the oddest first.</summary>
        public IEnumerable<OddRow> Oddest() => _first.Concat(_candidates)
            .Select(one => (Oddness: OddnessOf(one.Cells), one.Row))
            .Where(one => one.Oddness > 0)
            .OrderByDescending(one => one.Oddness).ThenBy(one => one.Row.Row)
            .Take(MostOdd)
            .Select(one => one.Row);

        // What looks odd among the first rows may turn out to be usual: more are kept than are shown. Of the very first ones nothing can be told yet.
        public void Note(in RawRow row, int filled)
        {
            var oddness = Math.Abs(row.CellCount - Habits.Length) * CellOddness;
            for (var i = 0; i < Math.Min(row.CellCount, Habits.Length); i++)
            {
                Habits[i].Add(row[i]);
                oddness += Habits[i].Oddness(row[i]);
            }

            var isFirst = _first.Count < ColumnHabit.LeastSeen;
            if (!isFirst && IsUsual(oddness))
                return;
            var cells = new string[row.CellCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = row[i].ToString();
            var odd = (oddness, new OddRow(IsBeginning ? row.Row : null, cells.Length, filled, TextOf(row)), cells);
            if (isFirst)
                _first.Add(odd);
            else
                Keep(odd);
        }

        private bool IsUsual(double oddness) => oddness <= 0 || (_candidates.Count >= MostCandidates && oddness <= _candidates[^1].Oddness);

        private void Keep((double Oddness, OddRow Row, string[] Cells) odd)
        {
            var place = _candidates.FindIndex(one => one.Oddness < odd.Oddness);
            _candidates.Insert(place < 0 ? _candidates.Count : place, odd);
            if (_candidates.Count > MostCandidates)
                _candidates.RemoveAt(_candidates.Count - 1);
        }

        private double OddnessOf(string[] cells) =>
            Math.Abs(cells.Length - Habits.Length) * CellOddness + cells.Take(Habits.Length).Select((cell, column) => Habits[column].Oddness(cell)).Sum();

        // Where cells have moved, what is personal may stand in any.
        private string? TextOf(in RawRow row)
        {
            if (!_hasPersonal)
                return Shown(row.Text);
            if (row.CellCount != isPersonal.Length)
                return null;
            var cells = new string[row.CellCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = isPersonal[i] ? "" : row[i].ToString();
            return Shown(string.Join(delimiter, cells));
        }
    }
}
