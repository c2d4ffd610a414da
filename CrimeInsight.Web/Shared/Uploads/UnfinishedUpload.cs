namespace CrimeInsight.Web.Shared.Uploads;

/// <summary>A file of which a part is there already: chosen again, only the rest is sent.</summary>
/// <param name="Url">Where its pieces are sent to.</param>
public sealed record UnfinishedUpload(Guid Id, string Url, string Name, long Length);
