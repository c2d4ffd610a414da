using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>One ground of a suggestion.</summary>
/// <param name="Detail">What the kind speaks of; empty: nothing.</param>
public sealed record MappingGround(
    [property: JsonPropertyName("kind")] GroundKind Kind,
    [property: JsonPropertyName("detail")] string Detail = "")
{
    /// <summary>As <see cref="ColumnMapping.Reason"/> says it.</summary>
    public override string ToString() => Kind switch
    {
        GroundKind.Header => $"header '{Detail}'",
        GroundKind.ValuesAreDates => "its values are dates",
        GroundKind.ValuesArePoints => "its values hold both coordinates",
        GroundKind.ValuesAreLatitudes => "its values lie in India's latitudes",
        GroundKind.ValuesAreLongitudes => "its values lie in India's longitudes",
        GroundKind.ValuesAreYesAndNo => "its values are yes and no",
        GroundKind.MonthFirst => $"month first, as {Detail} dates show",
        GroundKind.DayFirst => $"day first, as {Detail} dates show",
        GroundKind.OrderUnknown => "day and month could be either way round, taken day first",
        GroundKind.OrderMixed => "some dates are day first, some month first: ask for the source",
        GroundKind.ColumnsSwapped => "the columns have changed places, as all their values show",
        GroundKind.LegacyFont => $"written for the font {Detail}, not in Unicode",
        GroundKind.OnlyDate => "no other column has dates",
        GroundKind.NumbersRestart => "its numbers begin anew each year or station: joined to the columns that tell them apart",
        _ => throw new InvalidOperationException($"The ground {Kind} has no words."),
    };
}
