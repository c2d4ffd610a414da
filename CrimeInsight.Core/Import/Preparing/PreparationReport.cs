using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>How the rows of a file were prepared.</summary>
public sealed record PreparationReport
{
    /// <summary>As it is stored with a batch.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public required ImmutableArray<PreparedStep> Steps { get; init; }

    /// <summary>Accepted rows in which something was put right: cleansed, or a misspelt name.</summary>
    public long Repaired { get; init; }

    /// <summary>Accepted rows in which something was filled in.</summary>
    public long Imputed { get; init; }

    /// <summary>How exactly the places of the rows that could be read are known: together all of them. Kinds that none has are left out.</summary>
    public ImmutableArray<RowCount<PlaceKnown>> Places { get; init; } = [];

    /// <summary>Rows whose coordinates were taken and are odd.</summary>
    public ImmutableArray<RowCount<PlaceDoubt>> Doubts { get; init; } = [];

    /// <summary>Rows that could be read of which something is not known, and stays so.</summary>
    public ImmutableArray<RowCount<OpenValue>> Open { get; init; } = [];

    /// <summary>Values without a meaning, for which rows were rejected, the most frequent first.</summary>
    public ImmutableArray<PreparedValue> Unmapped { get; init; } = [];

    public bool IsOn(PreparationStep step) => Steps.Any(one => one.Step == step && one.IsOn);
}
