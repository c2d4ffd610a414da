namespace CrimeInsight.Web.Shared.Uploads;

/// <summary>What an upload says; the places that are open are filled in by the browser.</summary>
/// <param name="Call">Asks for a file.</param>
/// <param name="Limit">How large it may be.</param>
/// <param name="State">{0} of {1} sent, {2} a second, {3} left.</param>
/// <param name="Begun">{0} of {1} sent: how fast is not known yet.</param>
/// <param name="Waiting">The link is lost.</param>
/// <param name="Kilobytes">{0} of them, and so on.</param>
public sealed record UploadWords(
    string Call, string Limit, string Progress, string Pause, string Resume, string Cancel, string State, string Begun, string Paused, string Waiting,
    string Kilobytes, string Megabytes, string Gigabytes, string Seconds, string Minutes, string Hours, string TooLarge, string Empty, string DiskFull,
    string SignedOut, string Gone, string Failed, string Busy);
