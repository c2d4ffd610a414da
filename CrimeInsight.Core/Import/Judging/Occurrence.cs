namespace CrimeInsight.Core.Import.Judging;

/// <summary>The times of a row, local.</summary>
internal readonly record struct Occurrence(
    DateOnly On, TimeOnly? At, DateTime? Until, DateOnly ReportedOn, DateOnly? ChargesheetedOn = null, DateOnly? DisposedOn = null);
