namespace CrimeInsight.Core.Import.Judging;

/// <summary>What a force's own files call a place: told once, known to every later import.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="StateCode">Within which it is so; null: wherever it stands.</param>
/// <param name="Code">Of the state, district, station or beat it means.</param>
public sealed record PlaceAlias(string Name, string? StateCode, string Code)
{
    /// <summary>What of the name counts: neither case nor blanks nor punctuation; empty when nothing remains.</summary>
    public string Key => NameKey.Of(Name);
}
