using System.Text.Json;
using CrimeInsight.Core.Demo;

namespace CrimeInsight.Data.Demo;

/// <summary>What is stored with a batch of demo data: the request it belongs to, and its days.</summary>
/// <param name="Coverage">Share of registered cases that the incidents are; <c>crime.advance_data_state</c> reads it.</param>
internal sealed record DemoDetail(int? Incidents, double? Share, long Seed, int From, DateOnly Until, DateOnly FirstDay, DateOnly LastDay, double Coverage)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public DemoRequest Request => Incidents is { } incidents
        ? new DemoRequest(incidents, Seed, From, Until)
        : DemoRequest.OfShare(Share!.Value, Seed, From, Until);

    public (DateOnly From, DateOnly Until) Days => (FirstDay, LastDay.AddDays(1));

    public static DemoDetail Of(DemoRequest request, DemoBatch batch, double coverage) =>
        new(request.Incidents, request.Share, request.Seed, request.From, request.Until, batch.From, batch.Until.AddDays(-1), coverage);

    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <summary>Null for a batch of a version before days were told.</summary>
    public static DemoDetail? Read(string json)
    {
        var detail = JsonSerializer.Deserialize<DemoDetail>(json, s_options);
        return detail is { Incidents: not null } or { Share: not null } ? detail : null;
    }
}
