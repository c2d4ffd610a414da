using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>What rollups count of an incident.</summary>
/// <param name="Hour">Local hour; −1 when unknown.</param>
/// <param name="CellKey">As stored; null without coordinates.</param>
internal readonly record struct RollupFacts(
    DateOnly OccurredOn, int Hour, short HeadId, int Status, int Ordinal, int VictimGender, int VictimAgeBand, long? CellKey)
{
    public static RollupFacts Of(Incident incident, long? cellKey) => new(
        incident.OccurredOn,
        incident.OccurredAt?.Hour ?? -1,
        incident.HeadId,
        (int)incident.Status,
        incident.JurisdictionOrdinal,
        (int)incident.VictimGender,
        (int)incident.VictimAgeBand,
        cellKey);
}
