using System.Text.Json;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>Ours beside official, official sums, and editions as tables.</summary>
internal static class ValidationTables
{
    /// <summary>Keys of columns that the screen shows in its own way.</summary>
    public const string Ours = "ours";
    public const string Status = "status";
    public const string State = "state";

    /// <param name="isOfOneYear">The screen says it above the table.</param>
    public static FigureTable Rows(IEnumerable<ValidationRow> rows, bool isOfOneYear) => FigureTable.Of(
        "validation",
        [
            Column("place", FigureUnit.Place, nameof(ValidationText.ColumnPlace)).Of<ValidationRow>(row => new PlaceFigure(row.Place.Code)),
            Column("head", FigureUnit.Head, nameof(ValidationText.ColumnHead)).Of<ValidationRow>(row => new HeadFigure(row.Head.Code)),
            (Column("year", FigureUnit.Year, nameof(ValidationText.ColumnYear)) with { Use = isOfOneYear ? FigureUse.File : FigureUse.Everywhere })
                .Of<ValidationRow>(row => row.Year),
            Meant(Ours, FigureUnit.Count, nameof(ValidationText.ColumnOurs), nameof(ValidationText.ColumnOursMeaning))
                .Of<ValidationRow>(row => FigureValue.Withholdable(row.Ours, row.Ours is null, row.IsProtecting)),
            Column("official", FigureUnit.Count, nameof(ValidationText.ColumnOfficial)).Of<ValidationRow>(row => FigureValue.Number(row.Official?.Cases)),
            Meant("difference", FigureUnit.CountChange, nameof(ValidationText.ColumnDifference), nameof(ValidationText.ColumnDifferenceMeaning))
                .Of<ValidationRow>(row => FigureValue.Number(row.Difference)),
            Meant("coverage", FigureUnit.Percent, nameof(ValidationText.ColumnCoverage), nameof(ValidationText.ColumnCoverageMeaning)).To(1)
                .Of<ValidationRow>(row => FigureValue.Number(100 * row.Coverage.Share)),
            (Meant("coverageInterval", FigureUnit.Percent, nameof(ValidationText.ColumnCoverageRange), nameof(ValidationText.ColumnCoverageRangeMeaning)) with
            {
                Form = Name(nameof(ValidationText.IntervalForm)),
                Ends = (Name(nameof(ValidationText.ColumnCoverageLower)), Name(nameof(ValidationText.ColumnCoverageUpper))),
            }).To(1).Of<ValidationRow>(IntervalOf),
            File("expected", FigureUnit.Count, nameof(ValidationText.ColumnExpected), nameof(ValidationText.ColumnExpectedMeaning))
                .Of<ValidationRow>(row => FigureValue.Number(row.Expected)),
            Meant("tolerance", FigureUnit.Count, nameof(ValidationText.ColumnTolerance), nameof(ValidationText.ColumnToleranceMeaning))
                .Of<ValidationRow>(row => FigureValue.Number(row.Tolerance)),
            Column(Status, FigureUnit.Code, nameof(ValidationText.ColumnStatus))
                .Of<ValidationRow>(row => new CodeFigure(CodeOf(row.Status), WordOf(row.Status))),
            Column("reasons", FigureUnit.Text, nameof(ValidationText.ColumnReasons))
                .Of<ValidationRow>(row => row.Reasons.IsEmpty ? FigureValue.Nothing : new ListFigure([.. row.Reasons.Select(ReasonOf)])),
            File("basis", FigureUnit.Code, nameof(ValidationText.ColumnBasis)).Of<ValidationRow>(row => BasisOf(row.Official?.Basis)),
            File("source", FigureUnit.Text, nameof(ValidationText.ColumnSource)).Of<ValidationRow>(row => FigureValue.Text(row.Official?.Source)),
            File("query", FigureUnit.Text, nameof(ValidationText.ColumnQuery))
                .Of<ValidationRow>(row => FigureValue.Text(IncidentQueryUrl.Write(row.Query, ExportUrls.Defaults))),
        ],
        rows);

    public static FigureTable National(IEnumerable<NationalSum> sums) => FigureTable.Of(
        "national-sums",
        [
            Column("measure", FigureUnit.Code, nameof(ValidationText.ColumnMeasure)).Of<NationalSum>(sum => MeasureOf(sum.Measure)),
            Column("year", FigureUnit.Year, nameof(ValidationText.ColumnYear)).Of<NationalSum>(sum => sum.Year),
            Column("summed", FigureUnit.Count, nameof(ValidationText.ColumnSummed)).Of<NationalSum>(sum => FigureValue.Number(sum.Summed)),
            Column("printed", FigureUnit.Count, nameof(ValidationText.ColumnPrinted)).Of<NationalSum>(sum => FigureValue.Number(sum.Printed)),
            Column("difference", FigureUnit.CountChange, nameof(ValidationText.ColumnDifference)).Of<NationalSum>(sum => FigureValue.Number(sum.Difference)),
        ],
        sums);

    public static FigureTable Editions(IEnumerable<OfficialEdition> editions) => FigureTable.Of(
        "official-editions",
        [
            Column("edition", FigureUnit.Text, nameof(ValidationText.ColumnEdition))
                .Of<OfficialEdition>(one => FigureValue.Text($"{one.Source}, {one.Edition}")),
            Column("file", FigureUnit.Text, nameof(ValidationText.ColumnFile)).Of<OfficialEdition>(one => FigureValue.Text(one.FileName)),
            Column("years", FigureUnit.Text, nameof(ValidationText.ColumnYears))
                .Of<OfficialEdition>(one => FigureValue.Text(one.FirstYear == one.LastYear ? $"{one.FirstYear}" : $"{one.FirstYear}–{one.LastYear}")),
            Column("figures", FigureUnit.Count, nameof(ValidationText.ColumnFigures)).Of<OfficialEdition>(one => one.Figures),
            Column("loadedBy", FigureUnit.Text, nameof(ValidationText.ColumnLoadedBy)).Of<OfficialEdition>(one => FigureValue.Text(one.LoadedBy)),
            Column("loaded", FigureUnit.Instant, nameof(ValidationText.ColumnLoaded)).Of<OfficialEdition>(one => new InstantFigure(one.LoadedAt)),
            Column(State, FigureUnit.Code, nameof(ValidationText.ColumnState)).Of<OfficialEdition>(StateOf),
        ],
        editions);

    private static FigureValue IntervalOf(ValidationRow row) =>
        row.Coverage.Interval is var (lower, upper) ? new IntervalFigure(100 * lower, 100 * upper) : FigureValue.Nothing;

    private static CodeFigure ReasonOf(ValidationReason reason) => new(JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), Name(reason switch
    {
        ValidationReason.Sample => nameof(ValidationText.ReasonSample),
        ValidationReason.Estimated => nameof(ValidationText.ReasonEstimated),
        ValidationReason.MonthsMissing => nameof(ValidationText.ReasonMonthsMissing),
        ValidationReason.MissingUnits => nameof(ValidationText.ReasonMissingUnits),
        ValidationReason.PrincipalOffence => nameof(ValidationText.ReasonPrincipalOffence),
        ValidationReason.Borders => nameof(ValidationText.ReasonBorders),
        ValidationReason.ZeroFir => nameof(ValidationText.ReasonZeroFir),
        _ => nameof(ValidationText.ReasonRegistration),
    }));

    private static TextKey WordOf(ValidationStatus status) => Name(status switch
    {
        ValidationStatus.Within => nameof(ValidationText.Within),
        ValidationStatus.Below => nameof(ValidationText.Below),
        ValidationStatus.Above => nameof(ValidationText.Above),
        ValidationStatus.NoOfficialFigure => nameof(ValidationText.NoOfficialFigure),
        ValidationStatus.IncompleteYear => nameof(ValidationText.IncompleteYear),
        _ => nameof(ValidationText.Withheld),
    });

    private static FigureValue BasisOf(OfficialBasis? basis) => basis is not { } known ? FigureValue.Nothing
        : new CodeFigure(JsonNamingPolicy.CamelCase.ConvertName(known.ToString()), Name(known switch
        {
            OfficialBasis.Official => nameof(ValidationText.BasisOfficial),
            OfficialBasis.Derived => nameof(ValidationText.BasisDerived),
            _ => nameof(ValidationText.BasisExtended),
        }));

    private static CodeFigure MeasureOf(string measure) => measure switch
    {
        OfficialMeasures.Total => new CodeFigure(measure, Name(nameof(ValidationText.MeasureTotal))),
        OfficialMeasures.TotalIpc => new CodeFigure(measure, Name(nameof(ValidationText.MeasureIpc))),
        OfficialMeasures.TotalSll => new CodeFigure(measure, Name(nameof(ValidationText.MeasureSll))),
        "women-official" => new CodeFigure(measure, Name(nameof(ValidationText.MeasureWomen))),
        "cyber-official" => new CodeFigure(measure, Name(nameof(ValidationText.MeasureCyber))),
        _ => new CodeFigure(measure, Name(nameof(ValidationText.MeasureMurder))),
    };

    private static FigureValue StateOf(OfficialEdition edition) =>
        edition.EndedAt is null ? new CodeFigure("holds", Name(nameof(ValidationText.EditionHolds)))
        : edition.IsReplaced ? new CodeFigure("replaced", Name(nameof(ValidationText.EditionReplaced)))
        : new CodeFigure("takenBack", Name(nameof(ValidationText.EditionTakenBack)));

    private static string CodeOf(ValidationStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    private static FigureColumn File(string key, FigureUnit unit, string name, string? meaning = null) =>
        Column(key, unit, name) with { Use = FigureUse.File, Definition = meaning is null ? null : Name(meaning) };

    private static FigureColumn Meant(string key, FigureUnit unit, string name, string meaning) => Column(key, unit, name) with { Definition = Name(meaning) };

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static TextKey Name(string key) => TextKey.Of<ValidationText>(key);
}
