using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>A jurisdiction as the database has it while a batch is open.</summary>
public sealed record ForesightPlace(int Ordinal, int OrdinalUntil, JurisdictionLevel Level, string Code);
