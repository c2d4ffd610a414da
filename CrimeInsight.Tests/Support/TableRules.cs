using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Tables;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Tests.Support;

/// <summary>What must hold of every table.</summary>
internal static partial class TableRules
{
    /// <summary>Every rule that is broken; empty when all hold.</summary>
    public static IEnumerable<string> Problems(FigureTable table, IStringLocalizerFactory texts)
    {
        var columns = table.Columns.Concat(table.Facts.Select(fact => fact.Column)).ToList();
        foreach (var key in FigureField.Of(columns).Select(field => field.Key).CountBy(key => key).Where(pair => pair.Value > 1))
            yield return $"{key.Key} is there twice";
        foreach (var key in columns.Select(column => column.Key).Where(key => !Key().IsMatch(key)))
            yield return $"{key} is no key for programs";
        if (!View().IsMatch(table.View))
            yield return $"{table.View} cannot be part of a file's name";
        foreach (var words in columns.SelectMany(WordsOf).Concat(table.Notes).Where(words => !IsSaid(words, texts)))
            yield return $"{words.Texts.Name}.{words.Key} is not in the texts of {CultureInfo.CurrentUICulture}";
        foreach (var row in table.Rows.Where(row => row.Values.Length != table.Columns.Length))
            yield return $"a row has {row.Values.Length} values for {table.Columns.Length} columns";
        var cells = table.Rows.SelectMany(row => table.Columns.Zip(row.Values)).Concat(table.Facts.Select(fact => (fact.Column, fact.Value)));
        foreach (var (column, value) in cells.Where(cell => !Fits(cell.Item1, cell.Item2)))
            yield return $"{column.Key} is in {column.Unit}, its value a {value.GetType().Name}";
    }

    private static IEnumerable<TextKey> WordsOf(FigureColumn column)
    {
        if (column.Name is WordsFigure name)
            yield return name.Words;
        TextKey?[] others = [column.Definition, column.FileName, column.Form, column.Ends?.Lower, column.Ends?.Upper];
        foreach (var words in others.OfType<TextKey>())
            yield return words;
    }

    private static bool IsSaid(TextKey words, IStringLocalizerFactory texts) =>
        texts.Create(words.Texts)[words.Key] is { ResourceNotFound: false, Value.Length: > 0 }
            && words.Arguments.OfType<WordsFigure>().All(argument => IsSaid(argument.Words, texts));

    private static bool Fits(FigureColumn column, FigureValue value) => value switch
    {
        NoFigure => true,
        IntervalFigure => column.Ends is not null,
        NumberFigure => column.Unit.IsNumber() || column.Unit == FigureUnit.Year,
        ChangeFigure => column.Unit == FigureUnit.PercentChange,
        ShareFigure => column.Unit == FigureUnit.Percent,
        DurationFigure => column.Unit == FigureUnit.Duration,
        InstantFigure => column.Unit == FigureUnit.Instant,
        MonthFigure => column.Unit == FigureUnit.Month,
        DayFigure => column.Unit is FigureUnit.Day or FigureUnit.Text,
        WeekdayFigure => column.Unit == FigureUnit.Weekday,
        HourFigure => column.Unit == FigureUnit.HourOfDay,
        PlaceFigure => column.Unit == FigureUnit.Place,
        HeadFigure => column.Unit == FigureUnit.Head,
        CodeFigure or NamedFigure => column.Unit == FigureUnit.Code,
        TextFigure or ListFigure => column.Unit == FigureUnit.Text,
        WordsFigure => column.Unit is FigureUnit.Text or FigureUnit.Place,
        _ => false,
    };

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z][a-zA-Z-]*$")]
    private static partial Regex View();
}
