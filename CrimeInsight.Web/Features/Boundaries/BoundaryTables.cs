using System.Text.Json;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Editions of boundaries, and the areas of a file of them, as tables.</summary>
internal static class BoundaryTables
{
    /// <summary>Keys of columns that the screen shows in its own way.</summary>
    public const string State = "state";
    public const string Review = "review";

    public static FigureTable Editions(IEnumerable<BoundaryEdition> editions) => FigureTable.Of(
        "boundary-editions",
        [
            Column("edition", FigureUnit.Text, nameof(BoundariesText.ColumnEdition)).Of<BoundaryEdition>(one => FigureValue.Text(one.Source)),
            Column("level", FigureUnit.Code, nameof(BoundariesText.ColumnLevel))
                .Of<BoundaryEdition>(one => Coded(one.Level, BoundaryWords.KeyOf(one.Level))),
            Column("from", FigureUnit.Day, nameof(BoundariesText.ColumnFrom)).Of<BoundaryEdition>(one => new DayFigure(one.ValidFrom)),
            Meant("places", FigureUnit.Count, nameof(BoundariesText.ColumnPlaces), nameof(BoundariesText.ColumnPlacesMeaning))
                .Of<BoundaryEdition>(one => one.Places),
            Column("file", FigureUnit.Text, nameof(BoundariesText.ColumnFile)).Of<BoundaryEdition>(one => FigureValue.Text(one.FileName)),
            Column("loadedBy", FigureUnit.Text, nameof(BoundariesText.ColumnLoadedBy)).Of<BoundaryEdition>(one => FigureValue.Text(one.LoadedBy)),
            Column("loaded", FigureUnit.Instant, nameof(BoundariesText.ColumnLoaded)).Of<BoundaryEdition>(one => new InstantFigure(one.LoadedAt)),
            Column(State, FigureUnit.Code, nameof(BoundariesText.ColumnState)).Of<BoundaryEdition>(
                one => one.UndoneAt is null ? new CodeFigure("holds", Name(nameof(BoundariesText.StateHolds)))
                    : new CodeFigure("undone", Name(nameof(BoundariesText.StateUndone)))),
        ],
        editions);

    public static FigureTable Areas(IEnumerable<DraftShape> shapes) => FigureTable.Of(
        "boundary-areas",
        [
            Column("name", FigureUnit.Text, nameof(BoundariesText.ColumnName)).Of<DraftShape>(shape => FigureValue.Text(Named(shape))),
            Column("place", FigureUnit.Place, nameof(BoundariesText.ColumnPlace))
                .Of<DraftShape>(shape => shape.Code is { } code ? new PlaceFigure(code) : FigureValue.Nothing),
            Column("match", FigureUnit.Code, nameof(BoundariesText.ColumnMatch))
                .Of<DraftShape>(shape => Coded(shape.Match, BoundaryWords.KeyOf(shape.Match))),
            Column("area", FigureUnit.Number, nameof(BoundariesText.ColumnArea)).Of<DraftShape>(shape => FigureValue.Number(shape.AreaSquareKilometres)),
            Meant("former", FigureUnit.Number, nameof(BoundariesText.ColumnFormer), nameof(BoundariesText.ColumnFormerMeaning))
                .Of<DraftShape>(shape => FigureValue.Number(shape.FormerSquareKilometres)),
            Meant("shared", FigureUnit.Percent, nameof(BoundariesText.ColumnShared), nameof(BoundariesText.ColumnSharedMeaning))
                .Of<DraftShape>(shape => FigureValue.Number(100 * shape.Shared)),
            Column(Review, FigureUnit.Code, nameof(BoundariesText.ColumnReview)).Of<DraftShape>(
                shape => shape.NeedsReview ? new CodeFigure("needed", Name(nameof(BoundariesText.ReviewNeeded)))
                    : shape.Code is null ? FigureValue.Nothing : new CodeFigure("done", Name(nameof(BoundariesText.ReviewDone)))),
        ],
        shapes);

    /// <summary>An area as the file calls it.</summary>
    public static string Named(DraftShape shape) => shape.Above.Length == 0 || shape.Above == shape.Name ? shape.Name : $"{shape.Name}, {shape.Above}";

    private static CodeFigure Coded<T>(T value, string key)
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), Name(key));

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static FigureColumn Meant(string key, FigureUnit unit, string name, string meaning) => Column(key, unit, name) with { Definition = Name(meaning) };

    private static TextKey Name(string key) => TextKey.Of<BoundariesText>(key);
}
