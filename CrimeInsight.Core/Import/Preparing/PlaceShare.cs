using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>How many rows have a place of a precision.</summary>
public sealed record PlaceShare(LocationPrecision Precision, long Rows);
