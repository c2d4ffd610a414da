using CrimeInsight.Web.Features.SignIn;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class PasswordGuessTests
{
    private static readonly string[] s_about = ["meena.sundaram", "Meenakshi Sundaram"];

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd@2024")]
    [InlineData("Krishna@12345")]
    [InlineData("jaihind@1947!")]
    [InlineData("Satyamev@jayate")]
    [InlineData("Rajesh@1985kumar")]
    [InlineData("Chennai@600001")]
    [InlineData("iloveindia123")]
    [InlineData("qwertyuiop12345")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("asdfghjkl;'12")]
    [InlineData("abcdefghijklm")]
    [InlineData("919876543210")]
    [InlineData("aaaaaaaabbbb1")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("15-08-1947-15-08-1947")]
    [InlineData("Meenakshi@1990")]
    [InlineData("meena.sundaram1")]
    [InlineData("Sundaram#policeman")]
    [InlineData("policestation1")]
    [InlineData("thana kotwali")]
    public void Log10_CommonOrPersonal_IsTooLittle(string password) =>
        Assert.True(PasswordGuess.Log10(password, s_about) < PasswordStrength.LeastGuessesLog10, $"{PasswordGuess.Log10(password, s_about):F1}");

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("kuthirai thengai viral")]
    [InlineData("another long one")]
    [InlineData("k7#Tq9!vLw2x")]
    [InlineData("नीला पहाड़ चुप नदी")]
    [InlineData("மூன்று யானை மழை")]
    public void Log10_OwnThoughts_IsEnough(string password) =>
        Assert.True(PasswordGuess.Log10(password, s_about) >= PasswordStrength.LeastGuessesLog10, $"{PasswordGuess.Log10(password, s_about):F1}");

    [Fact]
    public void Log10_WorkedExample_AddsUpItsParts()
    {
        // Two characters of which nothing is known: ten guesses each.
        Assert.Equal(2, PasswordGuess.Log10("x;", []), 6);
        // One word about the person.
        Assert.Equal(0.3, PasswordGuess.Log10("Sundaram", s_about), 6);
        // A year, and two characters more.
        Assert.Equal(4, PasswordGuess.Log10("1985;x", []), 6);
    }

    [Fact]
    public void Log10_LongerPassword_IsNeverEasierThanItsBeginning()
    {
        var random = new Random(7);
        for (var sample = 0; sample < 200; sample++)
        {
            var text = new string([.. Enumerable.Range(0, 20).Select(_ => (char)('!' + random.Next(90)))]);
            Assert.True(PasswordGuess.Log10(text, []) >= PasswordGuess.Log10(text[..12], []) - 1e-9);
        }
    }

    [Fact]
    public void Log10_VeryLong_IsAnsweredAtOnce()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        PasswordGuess.Log10(new string('a', 100_000), s_about);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
    }
}
