using System.Globalization;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads a column of times of day. Numbers of one or two digits are hours, unless the column holds numbers of three or four: there
/// a spreadsheet has taken the zeros from 0930 and 0015.
/// </summary>
/// <param name="settle">Looks through the whole column and ends with <see cref="EndSample"/>; asked when a number first needs it.</param>
internal sealed class ClockColumn(IReadOnlyList<string>? formats, Action? settle = null)
{
    private const int MostCached = 4096;
    private const int LeastFractionChars = 6;

    private readonly DateReader? _exact = formats is null ? null : new DateReader(formats);
    private readonly Dictionary<string, Clock?> _known = [];
    private readonly bool _isPackedByFormat = formats?.Any(format => format is "HHmm" or "Hmm" or "HHmmss" or "Hmmss") == true;
    private Action? _settle = settle;
    private bool _isPacked;

    /// <summary>Notes what the rest of the column needs to be known by.</summary>
    public void Observe(ReadOnlySpan<char> text) => _isPacked |= text.Length is 3 or 4 && ClockText.IsBare(text);

    public void EndSample() => _settle = null;

    /// <summary>Null when it is no time of day.</summary>
    public Clock? Read(ReadOnlySpan<char> text)
    {
        if (_exact is null && NumericDate.TryTime(text, out var time, out var offset) && offset is null)
            return new Clock(time);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var clock))
            return clock;
        if (_known.Count >= MostCached)
            _known.Clear();
        return known[text] = Parse(text);
    }

    private Clock? Parse(ReadOnlySpan<char> text)
    {
        var plain = PlainText.Of(text);
        if (_exact is not null)
            return ParseExact(text, plain);
        if (!ClockText.IsBare(plain))
            return ParseFraction(plain) ?? ClockText.Read(plain) ?? (NumericDate.TryTime(plain, out var time, out _) ? new Clock(time) : null);
        if (plain.Length <= 2)
            _settle?.Invoke();
        return ClockText.Read(plain.Length > 2 || _isPacked ? plain : plain + ":00", _isPacked);
    }

    private Clock? ParseExact(ReadOnlySpan<char> text, string plain)
    {
        if (_isPackedByFormat && ClockText.IsBare(plain))
            return ClockText.Read(plain, isPacked: true);
        if (_exact!.Read(text, out _, out var at) == DateOutcome.Read && at is { } read)
            return new Clock(read);
        return plain is "24:00" or "24:00:00" ? ClockText.Read(plain) : null;
    }

    // A spreadsheet's time is a part of the day: 0.3958333 is half past nine.
    private static Clock? ParseFraction(string plain) =>
        plain.StartsWith("0.", StringComparison.Ordinal) && plain.Length >= LeastFractionChars
        && double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
            ? new Clock(TimeOnly.MinValue.Add(TimeSpan.FromSeconds(Math.Round(part * 86_400) % 86_400)))
            : null;
}
