namespace CrimeInsight.Core.Incidents;

/// <summary>A node of the crime-head taxonomy. Incidents carry a leaf; figures exist for every ancestor.</summary>
/// <param name="Id">Stable number; 0 is the root "all heads".</param>
/// <param name="Code">Stable kebab-case code, e.g. <c>murder</c>, <c>theft-auto</c>; the root is <c>all</c>.</param>
/// <param name="ParentId">Null for the root.</param>
/// <param name="IsSensitive">Victim-identity rules apply (BNS 64–71, POCSO): no exact place, no text, small cells suppressed.</param>
/// <param name="Names">Name by two-letter language; <c>en</c> always present.</param>
public sealed record CrimeHead(
    short Id,
    string Code,
    short? ParentId,
    CrimeHeadLevel Level,
    bool IsSensitive,
    IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Of two offences punished alike the one of the lower rank is the principal one; the last where the table gives none.</summary>
    public short Rank { get; init; } = short.MaxValue;

    /// <summary>Of heads that share a section of law, the one that counts it when nothing tells more.</summary>
    public bool IsResidual { get; init; }
}
