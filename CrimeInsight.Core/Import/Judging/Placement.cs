using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>The place of a row.</summary>
internal readonly record struct Placement(int Ordinal, GeoPoint? Point, LocationPrecision Precision);
