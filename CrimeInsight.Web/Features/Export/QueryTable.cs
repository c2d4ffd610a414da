using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// The rows of a query as a table: a column for each dimension and measure, by their names in the catalogue. What may not be divided as
/// asked is told in a note.
/// </summary>
public static class QueryTable
{
    public static FigureTable Of(QueryResult result, bool isSynthetic)
    {
        var query = result.Query;
        return FigureTable.Of(
            ViewOf(query),
            [
                .. query.Dimensions.Select((dimension, i) => new FigureColumn<QueryRow>(Column(dimension), row => Key(dimension, row.Keys[i]))),
                .. query.Measures.Select((measure, i) => new FigureColumn<QueryRow>(Column(measure), row => Value(query.Measures, row, i))),
            ],
            result.Rows) with
        {
            Facts = [TableFacts.Data(isSynthetic)],
            Notes = result.Withheld is { } withheld ? [WithheldText.NoteOf(withheld)] : [],
        };
    }

    /// <summary>Column of a dimension.</summary>
    public static FigureColumn Column(Dimension dimension)
    {
        var definition = QueryCatalogue.Of(dimension);
        return new FigureColumn(definition.Name, UnitOf(dimension), TextKey.Of<QueryText>(definition.ResourceKey));
    }

    /// <summary>Column of a measure.</summary>
    public static FigureColumn Column(Measure measure)
    {
        var definition = QueryCatalogue.Of(measure);
        var column = new FigureColumn(definition.Name, UnitOf(definition.Unit), TextKey.Of<QueryText>(definition.ResourceKey))
        {
            Definition = TextKey.Of<QueryText>(definition.DefinitionResourceKey),
        };
        return column.To(definition.Unit == MeasureUnit.Cases ? 0 : 1);
    }

    private static string ViewOf(IncidentQuery query) =>
        string.Join('-', ["cases", .. query.Dimensions.Select(dimension => "by-" + QueryCatalogue.Of(dimension).Name)]);

    private static FigureUnit UnitOf(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percent => FigureUnit.Percent,
        MeasureUnit.PercentChange => FigureUnit.PercentChange,
        MeasureUnit.CasesPerLakhAndYear => FigureUnit.RatePerLakh,
        _ => FigureUnit.Count,
    };

    private static FigureUnit UnitOf(Dimension dimension) => dimension switch
    {
        Dimension.Jurisdiction => FigureUnit.Place,
        Dimension.Head => FigureUnit.Head,
        Dimension.Month => FigureUnit.Month,
        Dimension.Day => FigureUnit.Day,
        Dimension.Year => FigureUnit.Year,
        Dimension.Weekday => FigureUnit.Weekday,
        Dimension.Hour => FigureUnit.HourOfDay,
        _ => FigureUnit.Code,
    };

    private static FigureValue Key(Dimension dimension, QueryKey key) => dimension switch
    {
        Dimension.Jurisdiction => new PlaceFigure(key.Code),
        Dimension.Head => new HeadFigure(key.Code),
        Dimension.Month => key.Month,
        Dimension.Day => key.Day,
        Dimension.Weekday => new WeekdayFigure(key.Number),
        Dimension.Hour => new HourFigure(key.Number),
        Dimension.Gender => new CodeFigure(CodeOf(key.Code), CaseWords.Of(Enum.Parse<Gender>(key.Code))),
        Dimension.AgeBand => new CodeFigure(CodeOf(key.Code), CaseWords.Of(Enum.Parse<AgeBand>(key.Code))),
        Dimension.Status => new CodeFigure(CodeOf(key.Code), CaseWords.Of(Enum.Parse<LegalStatus>(key.Code))),
        _ => (double)key.Number,
    };

    // As queries write it.
    private static string CodeOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A change or rate whose counts stand beside it is not told where they are too few for percent, as on the pages.</summary>
    private static FigureValue Value(ImmutableArray<Measure> measures, QueryRow row, int index)
    {
        if (row.IsSuppressed)
            return FigureValue.Withheld(row.IsProtecting);
        double? Other(Measure measure) => measures.IndexOf(measure) is >= 0 and var at ? row.Values[at] : null;
        var value = row.Values[index];
        return measures[index] switch
        {
            Measure.ChangePrevious when Other(Measure.CountPrevious) is { } before && Other(Measure.Count) is { } cases => FigureValue.Change(before, cases),
            Measure.ChangeLastYear when Other(Measure.CountLastYear) is { } before && Other(Measure.Count) is { } cases => FigureValue.Change(before, cases),
            Measure.ChargesheetRate when Other(Measure.Disposed) is { } disposed => FigureValue.Share(Proportion.Of(value, disposed)),
            Measure.ConvictionRate when Other(Measure.Decided) is { } decided => FigureValue.Share(Proportion.Of(value, decided)),
            _ => FigureValue.Number(value),
        };
    }
}
