using System.Text.Json;
using CrimeInsight.Core.Places;

namespace CrimeInsight.Data.Places;

internal sealed record PlaceEditRow(
    long Id, string Kind, int PlaceId, int? OtherId, DateOnly ValidFrom, string Reason, long Cases, string People, string UserName, DateTime MadeAt,
    DateTime? UndoneAt, string? UndoneBy)
{
    public PlaceEdit ToEdit() => new(
        Id, Enum.Parse<PlaceEditKind>(Kind, ignoreCase: true), PlaceId, OtherId, ValidFrom, Reason, Cases,
        JsonSerializer.Deserialize<PlaceEditPerson[]>(People, JsonSerializerOptions.Web)!, UserName, new DateTimeOffset(MadeAt, TimeSpan.Zero),
        UndoneAt is { } undone ? new DateTimeOffset(undone, TimeSpan.Zero) : null, UndoneBy);
}
