using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Our figure of a place, a head and a year beside the official one.</summary>
/// <param name="Ours">Null: withheld.</param>
/// <param name="IsProtecting">Withheld only because it would give a small figure away.</param>
/// <param name="Official">Null: none is known.</param>
/// <param name="Tolerance">Cases by which ours may differ from what is expected.</param>
/// <param name="Query">What gives our figure.</param>
public sealed record ValidationRow(
    Jurisdiction Place, CrimeHead Head, int Year, double? Ours, bool IsProtecting, OfficialSum? Official, Coverage Coverage, double? Expected,
    double? Tolerance, ValidationStatus Status, ImmutableArray<ValidationReason> Reasons, IncidentQuery Query)
{
    /// <summary>Ours less official.</summary>
    public double? Difference => Ours - Official?.Cases;

    /// <summary>How many tolerances ours is away from what is expected: by it rows are ranked.</summary>
    public double Distance => Tolerance is > 0 && Ours is { } ours && Expected is { } expected ? Math.Abs(ours - expected) / Tolerance.Value : 0;
}
