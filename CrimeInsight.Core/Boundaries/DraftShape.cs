using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Boundaries;

/// <summary>An area of a file, repaired and simplified, and the place it is of.</summary>
/// <param name="Number">From 1, as in the file.</param>
/// <param name="Name">As written.</param>
/// <param name="Above">The state, and of stations the district, written beside it; empty: none.</param>
/// <param name="Code">Of the place; null: left out.</param>
/// <param name="Suggestion">What may have been meant where none was found, the most alike first.</param>
/// <param name="IsRepaired">Its rings crossed themselves or each other.</param>
/// <param name="CornersBefore">As in the file.</param>
public sealed record DraftShape(
    int Number, string Name, string Above, string? Code, ShapeMatch Match, string? Suggestion, GeoShape Shape, bool IsRepaired, int CornersBefore)
{
    /// <summary>Approximate districts share about half with true ones; with the neighbour next to them almost nothing.</summary>
    private const double LeastShared = 0.1;

    public int Corners => Shape.Polygons.Sum(polygon => polygon.Rings.Sum(ring => ring.Length));

    public double AreaSquareKilometres { get; } = Shape.AreaSquareKilometres;

    /// <summary>Of the place as it is drawn today; null: not drawn.</summary>
    public double? FormerSquareKilometres { get; init; }

    /// <summary>
    /// What the place as it is drawn today and all areas of the file that are of it have in common, of what either has, 0–1; null: not drawn today.
    /// </summary>
    public double? Shared { get; init; }

    /// <summary>Somebody must look at it before it is kept: the name is doubtful, or the area lies somewhere else than the place does today.</summary>
    public bool NeedsReview => Code is not null && Match != ShapeMatch.Chosen && (Match == ShapeMatch.Doubtful || Shared is < LeastShared);
}
