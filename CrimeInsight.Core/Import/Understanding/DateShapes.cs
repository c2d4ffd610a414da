using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>Counts how the dates of three numbers in a column are ordered and written.</summary>
internal sealed partial class DateShapes
{
    private const int MostFormats = 6;
    private readonly HashSet<string> _shapes = [];
    private long _dayFirst;
    private long _monthFirst;
    private long _either;

    public long Proofs => Math.Max(_dayFirst, _monthFirst);

    public DateOrder Order => (_dayFirst, _monthFirst, _either) switch
    {
        (> 0, > 0, _) => DateOrder.Mixed,
        (> 0, _, _) => DateOrder.DayFirst,
        (_, > 0, _) => DateOrder.MonthFirst,
        (_, _, > 0) => DateOrder.Unknown,
        _ => DateOrder.None,
    };

    /// <returns>False when the text is no date of three numbers, the year last.</returns>
    public bool Add(string text)
    {
        if (Shape().Match(PlainText.Of(text)) is not { Success: true } match)
            return false;
        var (first, second) = (Number(match.Groups["first"]), Number(match.Groups["second"]));
        if (first is < 1 or > 31 || second is < 1 or > 31 || (first > 12 && second > 12))
            return false;
        if (first > 12)
            _dayFirst++;
        else if (second > 12)
            _monthFirst++;
        else if (first != second)
            _either++;
        if (_shapes.Count < MostFormats)
            _shapes.Add(ShapeOf(match));
        return true;
    }

    /// <summary>.NET formats that read them month first.</summary>
    public IEnumerable<string> MonthFirstFormats() => _shapes.Order(StringComparer.Ordinal);

    private static string ShapeOf(Match match)
    {
        var isPadded = match.Groups["first"].Length == 2 && match.Groups["second"].Length == 2;
        var mark = match.Groups["mark"].Value;
        var clock = match.Groups["clock"].Success ? (match.Groups["half"].Success ? "h:mm" : match.Groups["hour"].Length == 2 ? "HH:mm" : "H:mm") : "";
        if (clock.Length > 0 && match.Groups["seconds"].Success)
            clock += ":ss";
        var separator = clock.Length > 0 ? match.Groups["between"].Value : "";
        return $"{(isPadded ? "MM" : "M")}{mark}{(isPadded ? "dd" : "d")}{mark}{(match.Groups["year"].Length == 4 ? "yyyy" : "yy")}"
            + $"{separator}{clock}{(match.Groups["half"].Success ? " tt" : "")}";
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})"
            + @"(?<clock>(?<between>[ t,]+)(?<hour>\d{1,2}):\d{2}(?<seconds>:\d{2})?(?:\s*(?<half>[ap]m))?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
