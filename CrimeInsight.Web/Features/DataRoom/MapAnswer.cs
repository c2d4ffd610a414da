using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>A canonical column is read otherwise.</summary>
public sealed record MapAnswer(string Field, ColumnMapping Column);
