using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Understanding;

/// <summary>Looks at the values of one column.</summary>
internal sealed class ColumnObserver(string name)
{
    private const int MostFrequent = 12, MostShownChars = 80, MostJudged = 20_000;

    private readonly bool _isPersonal = PersonalData.IsWithheld(name);
    private readonly Dictionary<string, long> _values = [];
    private readonly Dictionary<ValueKind, long> _kinds = [];
    private readonly Dictionary<NumberForm, long> _forms = [];
    private readonly DateReader _dates = new(null);
    private readonly DateShapes _shapes = new();
    private readonly ClockColumn _clocks = new(null);
    private long _rows;
    private long _filled;
    private (double Least, double Greatest)? _range;

    public void Add(ReadOnlySpan<char> cell)
    {
        _rows++;
        if (cell.IsEmpty)
            return;
        _filled++;
        var values = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        if (values.TryGetValue(cell, out var count))
            values[cell] = count + 1;
        else if (_values.Count < ColumnUnderstanding.MostDistinct)
            values[cell] = 1;
        if (_filled > MostJudged)
        {
            // The proof of an order may stand anywhere.
            if (_kinds.ContainsKey(ValueKind.Date))
                _shapes.Add(cell.ToString());
            return;
        }

        var kind = KindOf(cell.ToString());
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
    }

    public ColumnUnderstanding Close()
    {
        var judged = Math.Max(1, Math.Min(_filled, MostJudged));
        var order = _shapes.Order;
        return new ColumnUnderstanding
        {
            Name = name,
            IsPersonal = _isPersonal,
            Kinds = [.. _kinds.OrderByDescending(kind => kind.Value).Select(kind => KeyValuePair.Create(kind.Key, kind.Value / (double)judged))],
            EmptyShare = _rows == 0 ? 1 : 1 - _filled / (double)_rows,
            Distinct = _values.Count,
            Frequent = _isPersonal ? [] : [.. MostOften()],
            NoCases = _isPersonal ? [] : [.. _values.Where(value => IsNoCase(value.Key)).OrderByDescending(value => value.Value).Take(MostFrequent)],
            Order = order,
            OrderProofs = _shapes.Proofs,
            DateFormats = order == DateOrder.MonthFirst ? [.. _shapes.MonthFirstFormats()] : [],
            Numbers = _forms.Count == 0 ? NumberForm.Plain : _forms.MaxBy(form => form.Value).Key,
            Range = _range,
            LegacyFont = LegacyFonts.Find(_values.Keys),
        };
    }

    private static bool IsNoCase(string value) =>
        value.Length <= MostShownChars && (ImportWords.Has(ImportWords.Total, value) || ImportWords.Has(ImportWords.Cancelled, value));

    private IEnumerable<KeyValuePair<string, long>> MostOften() => _values
        .OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
        .Take(MostFrequent)
        .Select(value => KeyValuePair.Create(Shown(value.Key), value.Value));

    private ValueKind KindOf(string text)
    {
        var plain = PlainText.Of(text);
        if (plain is "yes" or "no" or "y" or "n" or "true" or "false" or "हां" or "नहीं")
            return ValueKind.YesOrNo;
        if (_shapes.Add(text))
            return ValueKind.Date;
        if (NumberText.TryRead(plain, isGrouped: true, out var number))
            return OfNumber(plain, (double)number);
        if (_dates.Read(text, out _, out _) == DateOutcome.Read)
            return ValueKind.Date;
        if (_clocks.Read(text) is not null)
            return ValueKind.Time;
        if (plain.Length <= 30 && ImportWords.Has(ImportWords.Gender, plain))
            return ValueKind.Gender;
        if (CodeLists.Age(text) is not null)
            return ValueKind.Age;
        if (CoordinateText.Read(text) is { } angle)
            return OfDegrees(angle.Degrees);
        return CoordinateText.ReadPair(text) is not null ? ValueKind.Point : ValueKind.Text;
    }

    private ValueKind OfNumber(string plain, double number)
    {
        var form = !plain.Contains(',') ? NumberForm.Plain
            : plain.Split(',') is { Length: > 2 } groups && groups[^2].Length == 2 ? NumberForm.Lakhs
            : plain.Split(',')[^1].Split('.')[0].Length == 3 ? NumberForm.Thousands
            : NumberForm.DecimalComma;
        _forms[form] = _forms.GetValueOrDefault(form) + 1;
        Extend(number);
        var isWhole = number == Math.Floor(number);
        if (isWhole && plain.Length == 4 && number is >= 1950 and <= 2100)
            return ValueKind.Year;
        if (!isWhole && Math.Abs(number) <= 180 && Decimals(plain) >= 3)
            return ValueKind.Coordinate;
        return Math.Abs(number) is >= 100_000 and < 5_000_000 && Decimals(plain) is > 0 and < 5 ? ValueKind.Projected : ValueKind.Number;
    }

    private ValueKind OfDegrees(double degrees)
    {
        Extend(degrees);
        return ValueKind.Coordinate;
    }

    private void Extend(double number) => _range = _range is var (least, greatest) ? (Math.Min(least, number), Math.Max(greatest, number)) : (number, number);

    private static int Decimals(string number)
    {
        var point = number.LastIndexOfAny(['.', ',']);
        return point < 0 ? 0 : number.Length - point - 1;
    }

    private static string Shown(string value) => value.Length <= MostShownChars ? value : string.Concat(value.AsSpan(0, MostShownChars), "…");
}
