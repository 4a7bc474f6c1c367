"""Given names that news readers take for a woman's or a man's: who "he" and "she" cannot be.

Only names that are seldom the other's are listed; "Andrea", "Jean", "Kim" and "Robin" say nothing.
"""

from reader.facts.words import words

WOMEN = words(
    """
    Abigail Ada Adriana Agnes Aicha Aisha Alejandra Alessandra Alexandra Alice Alicia Alina Alison
    Allison Amal Amanda Amelia Amélie Amina Amy Ana Anastasia Angela Angelina Anita Anja Ann Anna
    Anne Annette Annie Antonia Anya Aparna April Astrid Audrey Aurora Ayesha Barbara Beatrice
    Beatriz Benazir Bernadette Beth Betty Beverly Birgit Bonnie Brenda Bridget Brigitte Brittany
    Camilla Camille Carla Carmen Carol Carolina Caroline Carolyn Catherine Cathy Cecilia Celia
    Charlotte Chelsea Chiara Chloe Chloé Christina Christine Claire Clara Claudia Colleen
    Constance Cristina Cynthia Daniela Danielle Debbie Deborah Deepika Delia Denise Diana Diane
    Dolores Donna Dorothy Edith Eileen Elaine Eleanor Elena Eleni Elisa Elisabeth Elise Elizabeth
    Ella Ellen Eloise Elsa Emily Emma Erika Erin Esther Eva Evelyn Fatima Fatou Federica Felicity
    Fiona Florence Frances Francesca Françoise Freya Gabriela Gabriella Gabrielle Gemma Geraldine
    Giorgia Giovanna Gisèle Giulia Gloria Grace Graça Greta Gretchen Hanna Hannah Harriet Heather
    Heidi Helen Helena Helene Hélène Hillary Huda Ida Ilaria Indira Inês Inge Ingrid Irene Irina
    Isabel Isabella Isabelle Jacinda Jacqueline Jane Janet Janice Jasmine Jeanne Jennifer Jenny
    Jessica Jill Joan Joanna Joanne Josefa Josephine Joyce Juana Juanita Judith Judy Julia Juliana
    Julie Juliet Kamala Karen Karin Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katja
    Katrin Kavita Kayla Khadija Kirsten Kirsty Kristen Kristin Kristina Lara Larissa Laura Lauren
    Laurence Leila Lena Leonor Leticia Lina Linda Lisa Liz Liza Lorraine Louise Lucia Luciana Lucy
    Ludmila Luisa Lydia Lynn Madeleine Madison Maja Malala Mandy Manuela Margaret Margarita
    Margot Margrethe Maria Mariam Mariana Marianne Marie Marina Marion Marjorie Marta Martha
    Martina Mary Maryam Matilda Maureen Maxine Meera Megan Meghan Melania Melanie Melinda Melissa
    Mercedes Meredith Michaela Michelle Mildred Miranda Miriam Molly Mona Monica Monika Monique
    Nadia Nancy Naomi Natalia Natalie Natasha Neha Nina Nora Norma Olga Olivia Oprah Paloma Pamela
    Patricia Paula Pauline Penelope Penny Petra Phyllis Pilar Pooja Priya Priyanka Rachel Raquel
    Rebecca Regina Renata Rita Roberta Rocío Rosa Rosalind Rosario Rose Rosemary Ruth Sabine
    Sabrina Sadia Salma Samantha Sandra Sandrine Sara Sarah Savannah Scarlett Serena Shannon
    Sharon Sheila Shirin Shirley Silvia Simone Sofia Sofía Sonia Sonja Sophia Sophie Stacey
    Stella Stephanie Sue Suella Sunita Susan Susana Susanna Susanne Suzanne Svetlana Sylvia Tamara
    Tammy Tanya Tatiana Teresa Theresa Tiffany Tina Ursula Valentina Valeria Vanessa Vera Veronica
    Victoria Viola Viviane Wendy Whitney Yasmin Yolanda Yulia Yvette Yvonne Zainab Zoe Zoë
    """
)

MEN = words(
    """
    Aaron Abdel Abdul Abdullah Abraham Adam Adolfo Adrian Ahmad Ahmed Ajay Akira Alan Albert
    Alberto Alejandro Aleksandr Alessandro Alexander Alfonso Alfred Ali Allan Alonso Álvaro Amit
    Anders Andreas Andrei Andrej Andrew Andrzej Andy Angus Anil Anthony Antoine Anton Antonio
    António Arjun Armando Arne Arnold Arthur Arturo Arvind Ashok Barack Benjamin Benoît Bernard
    Bernardo Bernie Bertrand Bill Björn Bob Boris Brad Bradley Brandon Brendan Brian Bruce Bruno
    Bryan Carl Carlo Carlos Cesar César Charles Charlie Chris Christoph Christopher Chuck Claudio
    Clive Colin Colm Craig Cristiano Cyril Damian Damien Dan Daniel Daniele Dario Darren Dave
    David Davide Declan Denis Dennis Derek Diego Dieter Dimitri Dirk Dmitri Dmitry Dominic
    Dominique Donald Doug Douglas Duncan Dwayne Ed Eddie Edgar Eduardo Edward Edwin Elon Emanuele
    Emil Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernesto Ernst Erwin Esteban Ethan Étienne
    Eugene Evan Fabio Faisal Fabrice Farid Federico Felipe Felix Femi Ferdinand Fernando Filip
    Filippo Florian Francesco Francisco Franco François Frank Franklin Franz Fred Frederick
    Fredrik Friedrich Fritz Gareth Gary Gavin Geoff Geoffrey Georg George Georges Georgi Gerald
    Gerard Gerhard Giacomo Gianni Gilles Giorgio Giovanni Giuseppe Glenn Gonzalo Gordon Graham
    Greg Gregory Guillaume Guillermo Günter Gustav Gustavo Hamid Hans Harold Harry Harvey Hasan
    Hassan Hector Héctor Heinrich Heinz Helmut Henri Henrik Henrique Henry Herbert Herman Hermann
    Hernán Horst Howard Hugh Hugo Ian Ibrahim Igor Imran Isaac Ismail Ivan Ivo Jack Jacob Jacques
    Jaime Jake James Jamal Jan Jared Jason Javier Jeff Jeffrey Jeremy Jerome Jérôme Jerry Jesse
    Jim Jimmy Joachim João Joaquín Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan
    Jorge Jörg José Josef Joseph Joshua Juan Julián Julien Julio Jürgen Justin Kamal Karl Keith
    Ken Kenneth Kenji Kevin Khalid Klaus Konstantin Kurt Kyle Lars Larry Lawrence Leonardo Leonid
    Lewis Liam Lionel Lloyd Lorenzo Louis Luca Lucas Ludwig Luigi Luis Luiz Lukas Luke Magnus
    Mahmoud Malcolm Manfred Manuel Marc Marcel Marcelo Marco Marcos Marcus Mariano Mario Mark
    Markus Marshall Martin Massimo Mathieu Matteo Matthew Matthias Matthieu Maurice Mauricio
    Mauro Max Maximilian Mehmet Michael Michał Miguel Mikael Mike Mikhail Miles Milos Mitch
    Mohamed Mohammad Mohammed Mohamad Moritz Muhammad Murray Mustafa Narendra Nathan Neil Nelson
    Nicholas Nick Nicolas Nicolás Nigel Niklas Nikolai Norbert Norman Olaf Ole Oleg Oliver Olivier
    Omar Oscar Óscar Osama Oskar Otto Owen Pablo Paolo Patrick Paul Paulo Pavel Pedro Per Pete
    Peter Philip Philippe Phillip Pierre Piet Pietro Piotr Rafael Rahul Rainer Rajesh Rajiv Ralf
    Ralph Ramesh Ramón Raúl Ray Raymond René Reinhard Ricardo Riccardo Richard Rick Rob Robert
    Roberto Rodrigo Roger Roland Rolf Roman Ron Ronald Ross Roy Rudolf Rui Rupert Russell Ryan
    Salvador Salvatore Samuel Sanjay Scott Sean Sebastian Sébastien Serge Sergei Sergey Sergio
    Seth Shane Shaun Shinzo Simón Stanley Stefan Stefano Stephan Stephen Steve Steven Stuart Sven
    Takeshi Tariq Ted Terence Théo Theodore Thierry Thomas Thorsten Tim Timothy Tobias Todd Tom
    Tomás Tomasz Tommy Tony Travis Trevor Uwe Valentin Vicente Victor Vijay Viktor Vincent
    Vincenzo Vladimir Volker Volodymyr Walter Warren Wayne Werner Wilhelm Will William Willie
    Wilson Winston Wolfgang Xavier Yannick Yasser Yves Yuri Yusuf Zachary
    """
)
