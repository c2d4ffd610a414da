using System.Globalization;

namespace CrimeInsight.Core.Tables;

/// <summary>A column of a file: columns of codes have two, one for the code and one for the word, and columns of intervals one for each end.</summary>
public sealed record FigureField(FigureColumn Column, FigurePart Part)
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Its name for programs.</summary>
    public string Key => Part switch
    {
        FigurePart.Code => Column.Key + "_code",
        FigurePart.Lower => Column.Key + "_low",
        FigurePart.Upper => Column.Key + "_high",
        _ => Column.Key,
    };

    /// <summary>The fields of columns, in order.</summary>
    public static IEnumerable<FigureField> Of(IEnumerable<FigureColumn> columns) => columns
        .Where(column => column.Use != FigureUse.Screen)
        .SelectMany(column => column switch
        {
            { Ends: not null } => new[] { FigurePart.Lower, FigurePart.Upper },
            _ when column.Unit.HasCode() => [FigurePart.Code, FigurePart.Word],
            _ => [FigurePart.Value],
        }, (column, part) => new FigureField(column, part));

    /// <summary>The number a field holds; null when it holds none, or too few cases for one.</summary>
    public double? NumberOf(FigureValue value) => value switch
    {
        IntervalFigure interval => Part == FigurePart.Upper ? interval.Upper : interval.Lower,
        NumberFigure number => number.Value,
        ChangeFigure change => change.Pair.Percent,
        ShareFigure share => share.Part.Percent,
        DurationFigure duration => duration.Duration.TotalSeconds,
        _ => null,
    };

    /// <summary>The code or date a field holds, the same in every language; null when it holds none.</summary>
    public string? CodeOf(FigureValue value) => Part == FigurePart.Word ? null : value switch
    {
        MonthFigure month => month.Month.ToString(),
        DayFigure day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        InstantFigure instant => instant.Instant.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture),
        WeekdayFigure weekday => weekday.IsoWeekday.ToString(CultureInfo.InvariantCulture),
        HourFigure hour => hour.Hour.ToString(CultureInfo.InvariantCulture),
        PlaceFigure place => place.Code,
        HeadFigure head => head.Code,
        CodeFigure code => code.Code,
        NamedFigure named => named.Code,
        TextFigure text => text.Value,
        _ => null,
    };
}
