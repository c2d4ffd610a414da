using CrimeInsight.Core.Boundaries;
using CrimeInsight.Data.Maps;

namespace CrimeInsight.Data.Boundaries;

internal sealed record BoundaryEditionRow(
    Guid Id, short Level, string Source, string FileName, string FileSha256, DateOnly ValidFrom, int Places, string LoadedBy, DateTime LoadedAt,
    DateTime? UndoneAt, string? UndoneBy)
{
    public BoundaryEdition ToEdition() => new(
        Id, BoundaryLevels.OfPlaces(Level), Source, FileName, FileSha256, ValidFrom, Places, LoadedBy, new DateTimeOffset(LoadedAt, TimeSpan.Zero),
        UndoneAt is { } undone ? new DateTimeOffset(undone, TimeSpan.Zero) : null, UndoneBy);
}
