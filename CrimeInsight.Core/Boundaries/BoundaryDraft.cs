using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Core.Boundaries;

/// <summary>What a file of boundaries holds, before it is kept.</summary>
/// <param name="Problem">Why it gives none; null: it gives some.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record BoundaryDraft(BoundaryProblem? Problem, BoundaryLevel Level, string Sha256, ImmutableArray<DraftShape> Shapes)
{
    /// <summary>Latitude stood before longitude.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Areas that lie outside India; they are left out.</summary>
    public int Outside { get; init; }

    /// <summary>Areas whose outline cannot be read, or is smaller than the grid; they are left out.</summary>
    public int Unreadable { get; init; }

    /// <summary>By which the places were found; null with a problem.</summary>
    public BoundaryColumns? Columns { get; init; }

    internal BoundaryGround Ground { get; init; } = BoundaryGround.None;

    /// <summary>Areas that are of a place, those to be looked at among them.</summary>
    public int Matched => Shapes.Count(shape => shape.Code is not null);

    public int LeftOut => Shapes.Length - Matched;

    public int Repaired => Shapes.Count(shape => shape.IsRepaired);

    public int ToReview => Shapes.Count(shape => shape.NeedsReview);

    /// <summary>Areas that are one of several of their place, such as beats of a station: together they are its shape.</summary>
    public int United =>
        Shapes.Where(shape => shape.Code is not null).GroupBy(shape => shape.Code).Select(place => place.Count()).Where(areas => areas > 1).Sum();

    /// <summary>Places that the file gives a shape, in order; without areas that somebody must look at first.</summary>
    public IEnumerable<string> Codes =>
        Shapes.Where(shape => !shape.NeedsReview).Select(shape => shape.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The outline of a place as it is drawn today.</summary>
    public GeoShape? FormerOf(string? code) => code is not null && Ground.Drawn.TryGetValue(code, out var drawn) ? drawn.Shape : null;

    /// <summary>The same with an area given to a place, confirmed in the one it has, or left out.</summary>
    /// <param name="number">Of the area.</param>
    public BoundaryDraft Assign(int number, string? code)
    {
        var at = Shapes.IndexOf(Shapes.First(shape => shape.Number == number));
        var former = Shapes[at].Code;
        var shape = Shapes[at] with { Code = code, Match = code is null ? ShapeMatch.Unknown : ShapeMatch.Chosen };
        var assigned = BoundaryComparison.With(Shapes.SetItem(at, shape), Ground.Drawn, new[] { former, code }.OfType<string>().ToHashSet());
        return this with { Shapes = assigned };
    }

    /// <summary>All areas that had to be looked at are of the places found for them.</summary>
    public BoundaryDraft Confirm() =>
        this with { Shapes = [.. Shapes.Select(shape => shape.NeedsReview ? shape with { Match = ShapeMatch.Chosen } : shape)] };

    /// <summary>
    /// What is kept: the areas of a place united, without those to be looked at; and the shapes that follow for the states above it, and for the
    /// country, where all their parts have a loaded shape.
    /// </summary>
    public BoundaryLoad ToLoad(string source, string fileName, DateOnly validFrom)
    {
        var own = Shapes.Where(shape => shape is { Code: not null, NeedsReview: false })
            .GroupBy(shape => shape.Code!, shape => shape.Shape, StringComparer.Ordinal)
            .Select(place => new JurisdictionShape(place.Key, AreaCoverage.Unite(place)))
            .ToList();
        return new BoundaryLoad(
            Level, source, fileName, Sha256, validFrom,
            [.. own.Concat(PlacesAbove.Of(Level, own, Ground)).OrderBy(shape => shape.Code, StringComparer.Ordinal)]);
    }

    internal static BoundaryDraft Refused(BoundaryProblem problem, string sha256) => new(problem, default, sha256, []);
}
