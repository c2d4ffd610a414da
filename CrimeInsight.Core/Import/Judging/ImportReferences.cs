using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What rows are judged by.</summary>
/// <param name="Shapes">Null while the database holds no boundaries.</param>
public sealed record ImportReferences(ReferenceData Data, IReadOnlyList<StatuteSection> Statutes, DistrictShapes? Shapes)
{
    /// <summary>What administrators have said that names of places mean.</summary>
    public IReadOnlyList<PlaceAlias> PlaceAliases { get; init; } = [];
}
