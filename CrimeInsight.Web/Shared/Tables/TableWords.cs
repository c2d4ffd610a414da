using System.Globalization;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>
/// Tables in the reader's language: heads, cells as screens show them, and fields as files hold them. Without reference data
/// places and heads stay codes.
/// </summary>
public sealed class TableWords(IStringLocalizerFactory texts, DisplayFormat format, SmallNumbers small)
{
    private const string RawDigits = "0.######";
    private const string HourDigits = "00";

    private static readonly FigureColumn s_plain = new("", FigureUnit.Number, FigureValue.Nothing) { Decimals = value => double.IsInteger(value) ? 0 : 1 };

    private readonly IStringLocalizer _query = texts.Create(typeof(QueryText));

    /// <summary>A value outside of tables.</summary>
    public string Word(FigureValue value, ReferenceData? reference = null) => Cell(s_plain, value, reference);

    /// <summary>Words with what they leave open filled in.</summary>
    public string Text(TextKey key, ReferenceData? reference = null)
    {
        var text = texts.Create(key.Texts);
        return key.Arguments.IsEmpty ? text[key.Key] : text[key.Key, [.. key.Arguments.Select(value => Cell(s_plain, value, reference))]];
    }

    /// <summary>Head of a column on screen.</summary>
    public string Head(FigureColumn column, ReferenceData? reference) => Cell(s_plain with { IsShort = true }, column.Name, reference);

    /// <summary>Head of a field in a file.</summary>
    public string Head(FigureField field, ReferenceData? reference)
    {
        var column = field.Column;
        var name = column.FileName ?? column.Name;
        return field.Part switch
        {
            FigurePart.Lower => Text(column.Ends!.Value.Lower, reference),
            FigurePart.Upper => Text(column.Ends!.Value.Upper, reference),
            FigurePart.Code => Text(TextKey.Of<SharedText>(nameof(SharedText.CodeOf), name), reference),
            _ => Cell(s_plain, name, reference),
        };
    }

    /// <summary>A value on screen.</summary>
    public string Cell(FigureColumn column, FigureValue value, ReferenceData? reference) => value switch
    {
        NoFigure none => Missing(none.Reason),
        NumberFigure number => Formed(column, Number(column, number.Value)),
        IntervalFigure interval => Formed(column, Number(column, interval.Lower), Number(column, interval.Upper)),
        ChangeFigure change => small.Change(change.Pair.Before, change.Pair.After)!,
        ShareFigure share => small.Share(share.Part),
        DurationFigure duration => format.Duration(duration.Duration),
        InstantFigure instant => format.Instant(instant.Instant),
        DayFigure day => format.Date(day.Day),
        MonthFigure month => column.IsShort ? format.ShortMonth(month.Month.First) : format.Month(month.Month.First),
        WeekdayFigure weekday => column.IsShort ? format.ShortWeekday(weekday.IsoWeekday) : format.Weekday(weekday.IsoWeekday),
        HourFigure hour => Hour(hour.Hour, column.IsShort),
        PlaceFigure place => reference?.Place(place.Code) ?? place.Code,
        HeadFigure head => reference?.Head(head.Code) ?? head.Code,
        CodeFigure { Word: { } word } => Text(word, reference),
        CodeFigure code => code.Code,
        NamedFigure named => named.Names.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, named.Names["en"]),
        TextFigure text => text.Value,
        WordsFigure words => Text(words.Words, reference),
        ListFigure list => Listed(list, one => Cell(column, one, reference)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The value is of no known kind."),
    };

    /// <summary>A value in a file: raw digits and dates, codes and words; what is withheld says so, what is not known is empty.</summary>
    public string Field(FigureField field, FigureValue value, ReferenceData? reference) => value switch
    {
        NoFigure { Reason: NoFigureReason.Small or NoFigureReason.Protecting } none => field.Part == FigurePart.Word ? "" : Missing(none.Reason),
        NoFigure => "",
        _ when field.NumberOf(value) is { } number => Raw(number),
        ChangeFigure or ShareFigure => "",
        _ when field.Column.Unit == FigureUnit.Text => Cell(field.Column, value, reference),
        WordsFigure words => field.Part == FigurePart.Code ? "" : Text(words.Words, reference),
        ListFigure list => Listed(list, one => Field(field, one, reference)),
        _ => field.CodeOf(value) ?? Cell(field.Column with { IsShort = false }, value, reference),
    };

    private static string Raw(double number) => number.ToString(RawDigits, CultureInfo.InvariantCulture);

    // Figures are told apart by a space, which stands in none of them.
    private static string Listed(ListFigure list, Func<FigureValue, string> write) =>
        string.Join(list.Values.All(value => value is NumberFigure) ? " " : ", ", list.Values.Select(write));

    private string Missing(NoFigureReason reason) => reason switch
    {
        NoFigureReason.Nothing => "",
        NoFigureReason.NotKnown => format.NotAvailable,
        _ => format.Withheld(reason == NoFigureReason.Protecting),
    };

    private string Number(FigureColumn column, double value)
    {
        var decimals = column.Decimals(value);
        return column.Unit switch
        {
            FigureUnit.Percent => format.Percent(value, decimals),
            FigureUnit.PercentChange => format.Change(value, decimals),
            FigureUnit.CountChange when Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 => "+" + format.Number(value, decimals),
            FigureUnit.Year => value.ToString("0", CultureInfo.InvariantCulture),
            _ => format.Number(value, decimals),
        };
    }

    private string Formed(FigureColumn column, params string[] values) => column.Form is { } form
        ? texts.Create(form.Texts)[form.Key, values]
        : string.Join(' ', values);

    private string Hour(int hour, bool isShort) => hour < 0 ? _query[nameof(QueryText.HourUnknown)]
        : isShort ? Digits(hour)
        : _query[nameof(QueryText.HourRange), Digits(hour), Digits(hour + 1)];

    private static string Digits(int hour) => hour.ToString(HourDigits, CultureInfo.InvariantCulture);
}
